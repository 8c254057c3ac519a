using System.Net;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;
using Alerting.Delivery.Turns;
using Alerting.Directory;

namespace Alerting.Adapters.Twilio;

/// <summary>Text messages through Twilio's REST API.</summary>
/// <remarks>Nothing is repeated here: the API has no idempotency key, so a second post is a second message.</remarks>
public sealed class TwilioSms : ISmsProvider, IDependency, IDisposable
{
    private readonly TwilioOptions options;
    private readonly HttpClient client;
    private readonly TwilioForm form;
    private readonly Uri messages;
    private readonly TwilioSearch search;

    /// <summary>Connects to nothing yet.</summary>
    public TwilioSms(TwilioOptions options, PublicOptions address)
        : this(options, address, TwilioClient.Connections(options))
    {
    }

    internal TwilioSms(TwilioOptions options, PublicOptions address, HttpMessageHandler connections)
    {
        this.options = options;
        Bucket = options.MessagesPerSecond > 0 ? TokenBucket.PerSecond(options.MessagesPerSecond, options.MessageBurst) : null;
        client = TwilioClient.Of(options, connections);
        form = new(options, address);
        messages = new(options.BaseUrl, $"/2010-04-01/Accounts/{options.AccountSid}/Messages.json");
        search = new(client, messages);
    }

    /// <inheritdoc />
    public int Weight => options.Weight;

    /// <inheritdoc />
    public TokenBucket? Bucket { get; }

    string ISmsProvider.Name => options.ProviderName;

    string IDependency.Name => options.DependencyName;

    /// <inheritdoc />
    public Task<SendOutcome> SendAsync(SmsMessage message, CancellationToken cancellationToken) =>
        TwilioClient.PostAsync(client, messages, form.Of(message), cancellationToken);

    /// <inheritdoc />
    public Task<string?> FindSentAsync(Address to, string text, DateTimeOffset since, CancellationToken cancellationToken) =>
        search.FindAsync(to, text, since, cancellationToken);

    /// <inheritdoc />
    public Task<MessageReport?> FindReportAsync(string id, CancellationToken cancellationToken) => search.ReportAsync(id, cancellationToken);

    /// <inheritdoc />
    public Task CheckAsync(CancellationToken cancellationToken) => search.CheckAsync(cancellationToken);

    /// <inheritdoc />
    public CredentialFault? FaultOf(Exception failure) => failure is HttpRequestException { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden }
        ? CredentialFault.Of(failure.Message, "Put the account's valid token into Twilio:AuthToken and restart the app; see that the account is not suspended.")
        : null;

    /// <inheritdoc />
    public void Dispose() => client.Dispose();
}
