using System.Net.Sockets;

namespace Alerting.Local.Functions.Handler;

/// <summary>Asks <c>GET /</c> until anything answers, whatever the status. Only the pauses count towards the limit.</summary>
internal sealed class ReadinessProbe(Func<CancellationToken, Task> ping, TimeProvider clock, TimeSpan limit)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    public async Task<bool> WaitAsync(CancellationToken stop)
    {
        for (var waited = TimeSpan.Zero; waited < limit; waited += Pause)
        {
            if (await IsReadyAsync(stop))
                return true;
            await Task.Delay(Pause, clock, stop);
        }
        return await IsReadyAsync(stop);
    }

    private async Task<bool> IsReadyAsync(CancellationToken stop)
    {
        try
        {
            await ping(stop);
            return true;
        }
        catch (HttpRequestException error)
        {
            // Refused means that nobody listens yet; any other trouble is an answer of sorts.
            return error.InnerException is not SocketException;
        }
    }
}
