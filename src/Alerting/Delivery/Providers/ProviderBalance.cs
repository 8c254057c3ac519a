using Alerting.Telemetry;

namespace Alerting.Delivery.Providers;

/// <summary>The weights of the providers: kept in the record of shifts, known here a moment later.</summary>
internal sealed class ProviderBalance(
    IReadOnlyList<(ProviderLine Line, int AtRest)> lines, IShiftStore shifts, ProviderOptions options, TimeProvider time)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, int> atRest = lines.ToDictionary(one => one.Line.Name, one => one.AtRest);
    private readonly Lock gate = new();
    private volatile ProviderShift? latest;
    private DateTimeOffset? reviewedAt;

    /// <summary>The weights now, by provider.</summary>
    public IReadOnlyDictionary<string, int> Weights => ShiftRules.Weights(latest, atRest);

    public IReadOnlyList<ProviderStand> Stands()
    {
        var weights = Weights;
        return [.. lines.Select(one => new ProviderStand(one.Line.Name, one.AtRest, weights[one.Line.Name], one.Line.Health()))];
    }

    public async Task ReviewAsync(CancellationToken cancellationToken)
    {
        // With one there is nothing to share.
        if (lines.Count < 2 || !IsDue())
            return;
        latest = await shifts.ReadLatestAsync(1, cancellationToken) is [var found, ..] ? found : null;
        if (ShiftRules.Next(Stands(), latest, options, time.GetUtcNow()) is not { } shift || !await shifts.TryAddAsync(shift, cancellationToken))
            return;
        latest = shift;
        Instruments.ProviderShifts.Add(1, new(TagNames.Provider, shift.From), new(TagNames.Reason, TagNames.Word(shift.Reason)));
    }

    private bool IsDue()
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            if (reviewedAt is { } before && now < before + Freshness)
                return false;
            reviewedAt = now;
            return true;
        }
    }
}
