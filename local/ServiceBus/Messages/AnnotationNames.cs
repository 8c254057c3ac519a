using System.Collections.Frozen;

namespace Alerting.Local.ServiceBus.Messages;

/// <summary>The message annotations of Service Bus.</summary>
internal static class AnnotationNames
{
    public const string SequenceNumber = "x-opt-sequence-number";
    public const string EnqueuedSequenceNumber = "x-opt-enqueue-sequence-number";
    public const string EnqueuedTime = "x-opt-enqueued-time";
    public const string LockedUntil = "x-opt-locked-until";
    public const string DeadLetterSource = "x-opt-deadletter-source";
    public const string State = "x-opt-message-state";
    public const string ScheduledTime = "x-opt-scheduled-enqueue-time";

    /// <summary>Written by the broker alone; a sender's own are dropped.</summary>
    public static FrozenSet<string> OfBroker { get; } =
        new[] { SequenceNumber, EnqueuedSequenceNumber, EnqueuedTime, LockedUntil, DeadLetterSource, State }.ToFrozenSet();
}
