using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Alerting.Delivery;
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
        : this(options, address, Connections(options))
    {
    }

    internal TwilioSms(TwilioOptions options, PublicOptions address, HttpMessageHandler connections)
    {
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}"));
        this.options = options;
        client = new(connections) { Timeout = options.Timeout, DefaultRequestHeaders = { Authorization = new("Basic", credentials) } };
        form = new(options, address);
        messages = new(options.BaseUrl, $"/2010-04-01/Accounts/{options.AccountSid}/Messages.json");
        search = new(client, messages);
    }

    /// <inheritdoc />
    public int Weight => options.Weight;

    string ISmsProvider.Name => options.ProviderName;

    string IDependency.Name => options.DependencyName;

    /// <inheritdoc />
    public async Task<SendOutcome> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        try
        {
            using var content = form.Of(message);
            using var answer = await client.PostAsync(messages, content, cancellationToken);
            return answer.IsSuccessStatusCode
                ? new(SendKind.Sent, (await ReadAsync(answer, TwilioJson.Default.TwilioMessage, cancellationToken))?.Sid)
                : TwilioAnswers.Of(answer.StatusCode, (await ReadAsync(answer, TwilioJson.Default.TwilioError, cancellationToken))?.Code);
        }
        catch (HttpRequestException failure)
        {
            return TwilioAnswers.Of(failure);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return TwilioAnswers.TimedOut;
        }
    }

    /// <inheritdoc />
    public Task<string?> FindSentAsync(Address to, string text, DateTimeOffset since, CancellationToken cancellationToken) =>
        search.FindAsync(to, text, since, cancellationToken);

    /// <inheritdoc />
    public Task CheckAsync(CancellationToken cancellationToken) => search.CheckAsync(cancellationToken);

    /// <inheritdoc />
    public CredentialFault? FaultOf(Exception failure) => failure is HttpRequestException { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden }
        ? CredentialFault.Of(failure.Message, "Put the account's valid token into Twilio:AuthToken and restart the app; see that the account is not suspended.")
        : null;

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private static SocketsHttpHandler Connections(TwilioOptions options) => new()
    {
        MaxConnectionsPerServer = options.MaxConnections,
        ConnectTimeout = options.Timeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AutomaticDecompression = DecompressionMethods.None,
        AllowAutoRedirect = false,
        UseCookies = false,
        // Our trace ids are no business of the provider's.
        ActivityHeadersPropagator = null,
    };

    // The status has decided already; a body that is no JSON only costs us the name or the code.
    private static async Task<T?> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(await answer.Content.ReadAsByteArrayAsync(cancellationToken), type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
