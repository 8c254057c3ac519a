using System.Net.Http.Json;
using System.Text.Json;

namespace Alerting.Testing.Faults;

/// <summary>The weights of the providers, and why they were shifted, as staff see them.</summary>
internal sealed class Weights(HttpClient auditor)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>The number of the latest shift; 0 before the first.</summary>
    public async Task<int> LatestAsync(CancellationToken cancellationToken) =>
        Shifts(await ReadAsync(cancellationToken)).Select(shift => shift.GetProperty("number").GetInt32()).FirstOrDefault();

    /// <summary>Waits until weight has been shifted since a shift.</summary>
    public Task ShiftedAsync(int since, CancellationToken cancellationToken) =>
        Waiting.UntilAsync(() => LatestAsync(cancellationToken), latest => latest > since, Patience, cancellationToken);

    /// <summary>Fails unless what must become of the weights has become of them since a shift.</summary>
    public async Task DemandAsync(WeightsTold told, int since, CancellationToken cancellationToken)
    {
        // Looking at them is enough for a step back that is due.
        var seen = await Waiting.UntilAsync(() => ReadAsync(cancellationToken), told == WeightsTold.Steady ? _ => true : AreAtRest, Patience, cancellationToken);
        var reasons = Shifts(seen).Where(shift => shift.GetProperty("number").GetInt32() > since)
            .Select(shift => $"{shift.GetProperty("from").GetString()} {shift.GetProperty("reason").GetString()}").Reverse().ToList();
        var fits = told == WeightsTold.Steady ? reasons.All(IsBack) : reasons.Contains("twilio failing") && IsBack(reasons[^1]);
        if (!fits)
            throw new InvalidOperationException($"Shifts of weight: {(reasons.Count == 0 ? "none" : string.Join(", ", reasons))}. Expected: {told}.");
    }

    private Task<JsonElement> ReadAsync(CancellationToken cancellationToken) =>
        auditor.GetFromJsonAsync<JsonElement>("api/providers", cancellationToken);

    private static IEnumerable<JsonElement> Shifts(JsonElement seen) => seen.GetProperty("shifts").EnumerateArray();

    // What an earlier fault shifted may still be on its way back.
    private static bool IsBack(string reason) => reason.EndsWith(" quiet", StringComparison.Ordinal);

    private static bool AreAtRest(JsonElement seen) => seen.GetProperty("providers").EnumerateArray()
        .All(provider => provider.GetProperty("weight").GetInt32() == provider.GetProperty("weightAtRest").GetInt32());
}
