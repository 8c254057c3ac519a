using Alerting.Readiness;

namespace Alerting.Functions;

/// <summary>What would keep somebody untold.</summary>
/// <param name="Bodies">How many bodies were looked at.</param>
/// <param name="Counts">How many findings there are of each kind.</param>
/// <param name="Findings">The worst first, then by tier and body; 1000 at most.</param>
internal sealed record ReadinessDocument(int Bodies, IReadOnlyDictionary<string, int> Counts, IReadOnlyList<FindingDocument> Findings)
{
    private const int Most = 1000;

    public static ReadinessDocument Of(int bodies, IReadOnlyList<Finding> findings) => new(
        bodies,
        Enum.GetValues<FindingKind>().ToDictionary(Words.Of, kind => findings.Count(finding => finding.Kind == kind)),
        [.. findings.Take(Most).Select(FindingDocument.Of)]);
}
