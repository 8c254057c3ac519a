using System.Diagnostics;
using Alerting.Local.Functions.Envelopes;

namespace Alerting.Local.Functions.Handler;

/// <summary>The host's HTTP client for envelopes: follows redirects, adds no trace headers, gives up after functionTimeout.</summary>
internal sealed class HandlerClient : IDisposable
{
    private const int ConnectionsAtOnce = 4096;
    private readonly HttpClient http;

    public HandlerClient(int port)
    {
        http = new(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            MaxConnectionsPerServer = ConnectionsAtOnce,
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator()
        })
        {
            BaseAddress = new($"http://127.0.0.1:{port}/"),
            Timeout = Timeout.InfiniteTimeSpan
        };
    }

    public async Task PingAsync(CancellationToken stop)
    {
        using var answer = await http.GetAsync("", HttpCompletionOption.ResponseHeadersRead, stop);
    }

    /// <summary>One try, no more: whoever sent the trigger delivers it again.</summary>
    public async Task<InvocationOutcome> InvokeAsync(string function, Guid invocation, Envelope envelope, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Uri.EscapeDataString(function))
        {
            Content = new EnvelopeContent(envelope.ToJson())
        };
        request.Headers.Add("X-Azure-Functions-HostVersion", HostVersion.Number);
        request.Headers.Add("X-Azure-Functions-InvocationId", invocation.ToString());
        request.Headers.Add("User-Agent", "Azure-Functions-Host/" + HostVersion.Number);
        try
        {
            using var answer = await http.SendAsync(request, stop);
            return AnswerReader.Read(await ReadAsync(answer, stop));
        }
        catch (HttpRequestException error)
        {
            return new InvocationOutcome.Failure(FailureKind.Transport, $"{error.Message} {error.InnerException?.Message}".Trim());
        }
    }

    public void Dispose() => http.Dispose();

    private static async Task<RawAnswer> ReadAsync(HttpResponseMessage answer, CancellationToken stop)
    {
        var type = answer.Content.Headers.ContentType;
        return new((int)answer.StatusCode, answer.ReasonPhrase, type?.MediaType, type?.CharSet, await answer.Content.ReadAsByteArrayAsync(stop));
    }
}
