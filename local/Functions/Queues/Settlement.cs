namespace Alerting.Local.Functions.Queues;

/// <summary>What the host does with a message after its invocation; dead-lettering is the broker's business.</summary>
internal enum Settlement
{
    Complete,
    Abandon
}
