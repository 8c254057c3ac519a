using System.Collections.Concurrent;
using Alerting.Boards;

namespace Alerting.Testing;

/// <summary>Boards that keep what they are told.</summary>
public sealed class RecordingBoards : IBoards
{
    private readonly ConcurrentQueue<(string Target, string Json)> pushes = [];

    /// <summary>What was pushed, in order.</summary>
    public IReadOnlyList<(string Target, string Json)> Pushes => [.. pushes];

    /// <summary>While true every push fails as when the service cannot be reached.</summary>
    public bool Down { get; set; }

    public Task SendAsync(string target, string json, CancellationToken cancellationToken)
    {
        if (Down)
            throw new HttpRequestException("The boards are down.");
        pushes.Enqueue((target, json));
        return Task.CompletedTask;
    }

    /// <summary>What was pushed to groups, in order.</summary>
    public ConcurrentQueue<(string Group, string Target, string Json)> GroupPushes { get; } = [];

    public Task SendToGroupAsync(string group, string target, string json, CancellationToken cancellationToken)
    {
        if (Down)
            throw new HttpRequestException("The boards are down.");
        GroupPushes.Enqueue((group, target, json));
        return Task.CompletedTask;
    }

    public Task<BoardConnection> ConnectAsync(string userId, CancellationToken cancellationToken) =>
        Task.FromResult(new BoardConnection(new("http://boards.test/client/?hub=alerting"), $"token-of-{userId}"));
}
