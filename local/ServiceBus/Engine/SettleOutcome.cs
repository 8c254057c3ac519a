namespace Alerting.Local.ServiceBus.Engine;

internal enum SettleOutcome
{
    Settled,

    /// <summary>The lock has ended, or never was.</summary>
    LockLost,

    /// <summary>A message in a dead-letter queue cannot be dead-lettered again.</summary>
    NotAllowed,
}
