namespace Alerting.Local.Twilio.Webhooks;

/// <summary>Posts to webhooks as Twilio does: signed, 5 s to connect, 15 s in all, one repeat if no connection came about.</summary>
internal sealed class WebhookClient : IDisposable
{
    /// <summary>Twilio's code for a webhook that cannot be fetched.</summary>
    public const int Unreachable = 11200;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private readonly HttpClient http;
    private readonly TimeProvider time;

    public WebhookClient(TimeProvider time)
    {
        this.time = time;
        http = new HttpClient(new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(5),
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public async Task<WebhookAnswer> PostAsync(
        Account account, string url, IReadOnlyList<KeyValuePair<string, string>> parameters, CancellationToken ct)
    {
        // A repeat carries the same token, so that the receiver can tell.
        var repeatToken = Guid.NewGuid().ToString();
        using var limit = new CancellationTokenSource(Longest, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            return await TryAsync(account, url, parameters, repeatToken, both.Token)
                ?? await TryAsync(account, url, parameters, repeatToken, both.Token)
                ?? new WebhookAnswer(null, "", Unreachable);
        }
        catch (Exception failed) when (failed is HttpRequestException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return new WebhookAnswer(null, "", Unreachable);
        }
    }

    public void Dispose() => http.Dispose();

    /// <summary>Null when no connection came about, the one case that is repeated.</summary>
    private async Task<WebhookAnswer?> TryAsync(
        Account account, string url, IReadOnlyList<KeyValuePair<string, string>> parameters, string repeatToken, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
        request.Content = new FormUrlEncodedContent(parameters);
        request.Headers.Add("X-Twilio-Signature", Signature.Of(account.Token, url, parameters));
        request.Headers.Add("I-Twilio-Idempotency-Token", repeatToken);
        request.Headers.Add("User-Agent", "TwilioProxy/1.1");
        request.Headers.Add("Accept", "*/*");
        try
        {
            using var response = await http.SendAsync(request, ct);
            var body = await response.Content.ReadAsStringAsync(ct);
            return new WebhookAnswer((int)response.StatusCode, body, response.IsSuccessStatusCode ? null : Unreachable);
        }
        catch (HttpRequestException failed) when (failed.HttpRequestError
            is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError)
        {
            return null;
        }
    }
}
