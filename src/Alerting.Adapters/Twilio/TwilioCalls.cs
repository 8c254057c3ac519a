using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Alerting.Delivery.Channels;
using Alerting.Directory;

namespace Alerting.Adapters.Twilio;

/// <summary>Telephone calls through Twilio's REST API.</summary>
/// <remarks>
/// Nothing is repeated here: the API has no idempotency key, so a second post is a second call. Calls over the account's rate (one
/// a second unless more was bought) wait in the provider's queue. Answering machines are not looked for: it would cost everybody
/// seconds of silence, and a machine presses no key.
/// </remarks>
public sealed class TwilioCalls : IVoiceProvider, IDisposable
{
    // Voice mail mostly answers before.
    private const int RingSeconds = 30;

    private readonly HttpClient client;
    private readonly Uri calls;
    private readonly string from;
    private readonly string name;
    private readonly PublicOptions address;
    private readonly VoiceTwiml twiml;

    /// <summary>Connects to nothing yet.</summary>
    public TwilioCalls(TwilioOptions options, PublicOptions address)
        : this(options, address, TwilioClient.Connections(options))
    {
    }

    internal TwilioCalls(TwilioOptions options, PublicOptions address, HttpMessageHandler connections)
    {
        client = TwilioClient.Of(options, connections);
        calls = new(options.BaseUrl, $"/2010-04-01/Accounts/{options.AccountSid}/Calls.json");
        from = options.CallerNumber;
        name = options.ProviderName;
        this.address = address;
        twiml = new(address);
    }

    string IVoiceProvider.Name => name;

    /// <inheritdoc />
    public Task<SendOutcome> CallAsync(VoiceCall call, CancellationToken cancellationToken) =>
        TwilioClient.PostAsync(client, calls, new FormUrlEncodedContent(Fields(call)), cancellationToken);

    /// <inheritdoc />
    /// <remarks>The list is newest first, so its first call decides. It is not narrowed by StartTime: a call that still waits in the queue has none.</remarks>
    public async Task<string?> FindCallAsync(Address to, DateTimeOffset since, CancellationToken cancellationToken)
    {
        // The API shows whole seconds.
        var from = since.AddTicks(-(since.Ticks % TimeSpan.TicksPerSecond));
        return await NewestAsync(to, cancellationToken) is { } newest && Created(newest) >= from ? newest.Sid : null;
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();

    private Dictionary<string, string> Fields(VoiceCall call) => new()
    {
        ["To"] = call.To.Value,
        ["From"] = from,
        ["Twiml"] = call.AsksForKey ? twiml.Ask(call) : VoiceTwiml.Say(call.Text, call.Language),
        ["Timeout"] = RingSeconds.ToString(CultureInfo.InvariantCulture),
        ["StatusCallback"] = address.AddressOf(CallCallback.Status(call.Batch, call.Index)),
        // Whatever the end is: completed, busy, no-answer, failed or canceled. What comes before it changes nothing for us.
        ["StatusCallbackEvent"] = "completed",
    };

    private async Task<TwilioCall?> NewestAsync(Address to, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri(calls, $"?To={Uri.EscapeDataString(to.Value)}&PageSize=1"), cancellationToken);
            answer.EnsureSuccessStatusCode();
            var list = await answer.Content.ReadFromJsonAsync(TwilioJson.Default.TwilioCallList, cancellationToken);
            return list?.Calls is { } found ? found.Count == 0 ? null : found[0] : throw new HttpRequestException("The answer held no list of calls.");
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException("The list of calls did not come in time.", failure);
        }
        catch (JsonException failure)
        {
            throw new HttpRequestException("The list of calls was no JSON.", failure);
        }
    }

    private static DateTimeOffset Created(TwilioCall call) =>
        DateTimeOffset.TryParse(call.DateCreated, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var created)
            ? created
            : throw new HttpRequestException("A listed call has no date.");
}
