using System.Net.Http.Json;
using System.Text.Json;
using Alerting.Testing;

namespace Alerting.Benchmarks;

/// <summary>Many live boards, connected as they would be: each is invited by the function app and connects to SignalR.</summary>
internal sealed class BoardCrowd : IAsyncDisposable
{
    private const int AtOnce = 16;
    private const int PingsAtOnce = 100;
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Board[] boards;
    private readonly CancellationTokenSource closed = new();
    private Task pinging = Task.CompletedTask;

    private BoardCrowd(int count) => boards = [.. Enumerable.Range(0, count).Select(_ => new Board())];

    public int Count => boards.Length;

    /// <param name="system">Invites them.</param>
    /// <param name="count">1 or more: nobody to ping would be pinged without a pause.</param>
    /// <param name="cancellationToken">Ends the connecting.</param>
    public static async Task<BoardCrowd> ConnectAsync(RunningSystem system, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var crowd = new BoardCrowd(count);
        using var http = await system.ClientAsync("auditor", cancellationToken);
        // They stay as long as the last one needs to connect, and that may be longer than a hub waits for a word.
        crowd.pinging = crowd.PingAsync();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(crowd.boards, options, async (board, token) =>
        {
            using var response = await http.PostAsync("api/boards/negotiate", null, token);
            await response.DemandAsync(token);
            var invitation = await response.Content.ReadFromJsonAsync<JsonElement>(token);
            await board.ConnectAsync(new(invitation.GetProperty("url").GetString()!), invitation.GetProperty("accessToken").GetString()!, crowd.closed.Token);
        });
        return crowd;
    }

    /// <summary>Forgets what was heard so far.</summary>
    public void Forget()
    {
        foreach (var board in boards)
            board.Forget();
    }

    /// <summary>Waits until all were told, or half a minute; milliseconds from <paramref name="start"/>, a timestamp, in order.</summary>
    public async Task<IReadOnlyList<double>> HeardAsync(long start, CancellationToken cancellationToken)
    {
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (boards.Any(board => board.HeardAt == 0) && TimeProvider.System.GetElapsedTime(start) < Patience)
            await look.WaitForNextTickAsync(cancellationToken);
        return [.. boards.Where(board => board.HeardAt != 0).Select(board => TimeProvider.System.GetElapsedTime(start, board.HeardAt).TotalMilliseconds).Order()];
    }

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        await pinging;
        foreach (var board in boards)
            board.Dispose();
        closed.Dispose();
    }

    // In small groups, so that the pings do not stand in the way of what is measured.
    private async Task PingAsync()
    {
        using var pace = new PeriodicTimer(PingEvery / ((boards.Length + PingsAtOnce - 1) / PingsAtOnce));
        try
        {
            while (true)
            {
                foreach (var some in boards.Chunk(PingsAtOnce))
                {
                    await pace.WaitForNextTickAsync(closed.Token);
                    foreach (var board in some.Where(board => board.IsConnected))
                        await board.PingAsync(closed.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The boards go home.
        }
    }
}
