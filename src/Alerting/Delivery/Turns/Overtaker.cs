using Alerting.Declarations;
using Alerting.Delivery.Batches;

namespace Alerting.Delivery.Turns;

/// <summary>A tier of an alert whose first tries go before a batch.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Tier">1 to 3.</param>
public readonly record struct Overtaker(Declaration Alert, int Tier)
{
    /// <summary>Who overtakes a batch, the best turn first. Pure.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="approved">All approved declarations.</param>
    /// <param name="pace">The clock.</param>
    /// <returns>None that is over, has lost its reason, or annuls what the batch tells: that must not come before it.</returns>
    public static IReadOnlyList<Overtaker> Of(BatchId batch, IReadOnlyList<Declaration> approved, BatchPace pace)
    {
        if (approved.FirstOrDefault(declaration => declaration.Id == batch.Alert) is not { } own)
            return [];
        var turn = Turn.Of(batch, own, isRepeat: false);
        return
        [
            .. approved
                .Where(alert => Turn.Of(1, alert) < turn && alert.Id != own.Id && !TakesBack(alert, own)
                    && pace.Now < pace.DeadlineOf(alert) && Standing.LostBy(alert, approved, pace.Now) is null)
                .SelectMany(alert => Tiers.Select(tier => new Overtaker(alert, tier)))
                .Where(overtaker => overtaker.Turn < turn)
                .OrderBy(overtaker => overtaker.Turn),
        ];
    }

    private static readonly int[] Tiers = [1, 2, 3];

    private Turn Turn => Turn.Of(Tier, Alert);

    // It may follow several alerts of its scope.
    private static bool TakesBack(Declaration alert, Declaration own) =>
        Succession.Annuls(alert) && alert.Scope == own.Scope && alert.Status == own.Status;
}
