using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Alerting.Testing;
using Microsoft.AspNetCore.SignalR.Client;

namespace Alerting.Stack.Tests;

/// <summary>A live board that notes when it hears of a declaration.</summary>
internal sealed class BoardWatch : IAsyncDisposable
{
    private readonly HubConnection connection;
    private readonly TaskCompletionSource<(JsonElement Notice, long At)> heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BoardWatch(HubConnection connection, string target)
    {
        this.connection = connection;
        connection.On<JsonElement>(target, notice => heard.TrySetResult((notice, Stopwatch.GetTimestamp())));
    }

    public static async Task<BoardWatch> ConnectAsync(RunningSystem system, CancellationToken cancellationToken)
    {
        using var http = await system.ClientAsync("auditor", cancellationToken);
        using var response = await http.PostAsJsonAsync("api/boards/negotiate", new { lastSequence = 0 }, cancellationToken);
        await response.DemandAsync(cancellationToken);
        var invitation = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        var token = invitation.GetProperty("accessToken").GetString();
        var connection = new HubConnectionBuilder()
            .WithUrl(invitation.GetProperty("url").GetString()!, options => options.AccessTokenProvider = () => Task.FromResult(token))
            .Build();
        var board = new BoardWatch(connection, invitation.GetProperty("target").GetString()!);
        await connection.StartAsync(cancellationToken);
        return board;
    }

    /// <summary>The first push, and how long after a moment it came.</summary>
    public async Task<(JsonElement Notice, TimeSpan After)> HearAsync(long since, CancellationToken cancellationToken)
    {
        var (notice, at) = await heard.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
        return (notice, Stopwatch.GetElapsedTime(since, at));
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
