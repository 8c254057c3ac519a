namespace Alerting.Local.ServiceBus.Engine;

/// <summary>The state of a message that is not locked; the numbers are those of the wire.</summary>
internal enum MessageState
{
    Active = 0,
    Deferred = 1,
    Scheduled = 2,
}
