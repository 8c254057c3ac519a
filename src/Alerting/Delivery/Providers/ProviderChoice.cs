namespace Alerting.Delivery.Providers;

/// <summary>Chooses the provider of a message: by weight, among those that are willing.</summary>
public static class ProviderChoice
{
    private static readonly Func<Candidate, bool>[] Willing =
    [
        candidate => candidate is { IsResting: false, HasRefused: false, HasRoom: true },
        candidate => candidate is { IsResting: false, HasRefused: false },
        candidate => !candidate.IsResting,
        _ => true,
    ];

    /// <summary>The place of the chosen one. When nobody is quite willing, wishes are given up one by one: room, another one than before, rest.</summary>
    /// <param name="candidates">One or more.</param>
    /// <param name="dice">0 to 1, without 1.</param>
    public static int Of(IReadOnlyList<Candidate> candidates, double dice)
    {
        var willing = Willing.First(candidates.Any);
        var places = Enumerable.Range(0, candidates.Count).Where(place => willing(candidates[place])).ToList();
        // Nobody who is willing has weight: then each is as good as the other.
        var weights = places.Any(place => candidates[place].Weight > 0) ? places.ConvertAll(place => candidates[place].Weight) : places.ConvertAll(_ => 1);
        var mark = dice * weights.Sum();
        var at = 0;
        while (at < places.Count - 1 && mark >= weights[at])
            mark -= weights[at++];
        // Rounding may lead to the last place, which may have no weight.
        return weights[at] > 0 ? places[at] : places[weights.FindLastIndex(weight => weight > 0)];
    }
}
