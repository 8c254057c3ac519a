using System.Net.Sockets;

namespace Alerting.Local.Stack;

/// <summary>Asks a part whether it is there.</summary>
internal abstract class Probe
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly HttpClient Web = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { Timeout = Patience };

    /// <summary>Ready when it takes a connection.</summary>
    public static Probe Connects(int port) => new ConnectProbe(port);

    /// <summary>Ready when it answers, whatever it says; but a proxy in front of nothing (502 to 504) is not an answer.</summary>
    public static Probe Answers(string url) => new WebProbe(new Uri(url));

    /// <summary>Returns when the part is there.</summary>
    public async Task WaitAsync(TimeProvider clock, CancellationToken ct)
    {
        while (!await IsThereAsync(ct))
            await Task.Delay(Pause, clock, ct);
    }

    protected abstract Task<bool> IsThereAsync(CancellationToken ct);

    private sealed class ConnectProbe(int port) : Probe
    {
        protected override async Task<bool> IsThereAsync(CancellationToken ct)
        {
            using var socket = new TcpClient();
            try
            {
                await socket.ConnectAsync(Plan.Host, port, ct);
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        }
    }

    private sealed class WebProbe(Uri url) : Probe
    {
        protected override async Task<bool> IsThereAsync(CancellationToken ct)
        {
            try
            {
                using var answer = await Web.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, ct);
                return (int)answer.StatusCode is < 502 or > 504;
            }
            catch (HttpRequestException)
            {
                return false;
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                return false;
            }
        }
    }
}
