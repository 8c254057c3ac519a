namespace Alerting.Local.ServiceBus.Engine;

/// <summary>What a receiver decides about a message that it holds.</summary>
internal abstract record Settlement
{
    public static IReadOnlyDictionary<string, object?> NoChanges { get; } = new Dictionary<string, object?>();

    public sealed record Complete : Settlement;

    /// <summary>Gives the message back without counting the delivery.</summary>
    public sealed record Release : Settlement;

    /// <summary>Gives the message back; the delivery counts as failed.</summary>
    public sealed record Abandon(IReadOnlyDictionary<string, object?> Changes) : Settlement;

    public sealed record Defer(IReadOnlyDictionary<string, object?> Changes) : Settlement;

    public sealed record DeadLetter(string? Reason, string? Description, IReadOnlyDictionary<string, object?> Changes) : Settlement;
}
