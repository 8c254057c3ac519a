namespace Alerting.Delivery.Providers;

/// <summary>Decides when weight is shifted between providers, and how much.</summary>
/// <remarks>
/// Step by step away from a provider in trouble, never a hard switch: one bad minute must not swing everything to a provider
/// that cannot bear it. Nothing is shifted to one that is not sound itself: when all are slow or failing, the
/// trouble is not theirs, or there is nowhere to go.
/// </remarks>
public static class ShiftRules
{
    /// <summary>The weights now: those of the latest shift, if it speaks of the same providers, else those at rest.</summary>
    public static IReadOnlyDictionary<string, int> Weights(ProviderShift? latest, IReadOnlyDictionary<string, int> atRest) =>
        latest is not null && latest.Weights.Count == atRest.Count && atRest.Keys.All(latest.Weights.ContainsKey) ? latest.Weights : atRest;

    /// <summary>The next shift, or null when everything stays as it is.</summary>
    /// <param name="stands">All providers.</param>
    /// <param name="latest">The latest shift, or null before the first.</param>
    /// <param name="options">Bounds.</param>
    /// <param name="now">The present.</param>
    public static ProviderShift? Next(IReadOnlyList<ProviderStand> stands, ProviderShift? latest, ProviderOptions options, DateTimeOffset now)
    {
        if (latest is not null && now < latest.At + options.StepPause)
            return null;
        var troubled = stands.Where(stand => stand.Health.Trouble(options) is not null).ToList();
        var move = troubled.Count > 0 ? Away(troubled, stands, options) : Back(stands, latest, options, now);
        return move is null ? null : Made(move, stands, (latest?.Number ?? 0) + 1, now);
    }

    private static Move? Away(List<ProviderStand> troubled, IReadOnlyList<ProviderStand> stands, ProviderOptions options)
    {
        var from = troubled.MaxBy(stand => stand.Weight)!;
        var to = stands.Where(stand => stand.Health.IsSound(options)).MaxBy(stand => stand.AtRest);
        var points = Math.Min(options.Step, from.Weight);
        return to is not null && points > 0 ? new(from, to, points, from.Health.Trouble(options)!.Value) : null;
    }

    private static Move? Back(IReadOnlyList<ProviderStand> stands, ProviderShift? latest, ProviderOptions options, DateTimeOffset now)
    {
        if (latest is null || now < latest.At + options.Quiet)
            return null;
        var from = stands.MaxBy(stand => stand.Weight - stand.AtRest)!;
        var to = stands.MaxBy(stand => stand.AtRest - stand.Weight)!;
        var points = Math.Min(options.Step, Math.Min(from.Weight - from.AtRest, to.AtRest - to.Weight));
        return points > 0 ? new(from, to, points, ShiftReason.Quiet) : null;
    }

    private static ProviderShift Made(Move move, IReadOnlyList<ProviderStand> stands, int number, DateTimeOffset now)
    {
        var weights = stands.ToDictionary(stand => stand.Name, stand => stand.Weight);
        weights[move.From.Name] -= move.Points;
        weights[move.To.Name] += move.Points;
        return new(number, now, move.From.Name, move.To.Name, move.Points, move.Reason, move.Reason == ShiftReason.Quiet ? null : move.From.Health, weights);
    }

    private sealed record Move(ProviderStand From, ProviderStand To, int Points, ShiftReason Reason);
}
