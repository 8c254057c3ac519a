using System.Globalization;
using Alerting.Alerts;

namespace Alerting.Adapters.Heartbeat;

/// <summary>A heartbeat by HTTP, as services that watch for silence take it.</summary>
public sealed class HttpHeartbeat : IHeartbeat, IDisposable
{
    private readonly HttpClient client;
    private readonly Uri? address;

    /// <summary>Connects to nothing yet.</summary>
    public HttpHeartbeat(AuditOptions options)
        : this(options, new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseCookies = false, ActivityHeadersPropagator = null })
    {
    }

    internal HttpHeartbeat(AuditOptions options, HttpMessageHandler connections) =>
        (client, address) = (new(connections) { Timeout = options.HeartbeatTimeout }, options.HeartbeatUrl);

    /// <inheritdoc />
    public async Task<string?> BeatAsync(CancellationToken cancellationToken)
    {
        if (address is null)
            return null;
        try
        {
            using var answer = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer.IsSuccessStatusCode ? null : string.Create(CultureInfo.InvariantCulture, $"http-{(int)answer.StatusCode}");
        }
        catch (HttpRequestException)
        {
            return "connect";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "timeout";
        }
    }

    /// <inheritdoc />
    public void Dispose() => client.Dispose();
}
