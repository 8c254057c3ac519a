using Alerting.Delivery.Batches;

namespace Alerting.Delivery.Turns;

/// <summary>Finds batches of an alert that nobody has begun, without their messages: those may stand behind thousands of others.</summary>
/// <remarks>Gives each batch out once; another process may give out the same, and the claim decides.</remarks>
internal interface IUntaken : IDisposable
{
    /// <summary>A batch that was not begun when it was last heard of; null when none is known.</summary>
    Task<DeliveryBatch?> NextAsync(Overtaker overtaker, CancellationToken cancellationToken);

    /// <summary>Takes back a batch that was given out, because an outage kept somebody from beginning it.</summary>
    Task TakeBackAsync(Overtaker overtaker, DeliveryBatch batch);
}
