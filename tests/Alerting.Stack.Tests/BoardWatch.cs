using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Alerting.Testing;
using Microsoft.AspNetCore.SignalR.Client;

namespace Alerting.Stack.Tests;

/// <summary>A live board that notes when it first hears of each declaration.</summary>
internal sealed class BoardWatch : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly HubConnection connection;
    private readonly ConcurrentDictionary<string, TaskCompletionSource<long>> heard = [];

    private BoardWatch(HubConnection connection, string target)
    {
        this.connection = connection;
        connection.On<JsonElement>(target, notice => Heard(notice.GetProperty("declaration").GetProperty("id").GetString()!).TrySetResult(Stopwatch.GetTimestamp()));
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

    /// <summary>How long after a moment the push of a declaration came.</summary>
    public async Task<TimeSpan> HearAsync(string declaration, long since, CancellationToken cancellationToken) =>
        Stopwatch.GetElapsedTime(since, await Heard(declaration).Task.WaitAsync(Patience, cancellationToken));

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private TaskCompletionSource<long> Heard(string declaration) =>
        heard.GetOrAdd(declaration, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
