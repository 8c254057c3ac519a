using Alerting.Declarations;
using Alerting.Levels;

namespace Alerting.Functions;

/// <summary>An announcement of the time before this system.</summary>
/// <param name="Announced">Date of the announcing document.</param>
/// <param name="Label">The Dutch word as it was published.</param>
/// <param name="Dtn">The edition; null for none.</param>
/// <param name="Sources">Pages it was found on.</param>
/// <param name="Note">What is uncertain or worth knowing.</param>
internal sealed record AnnouncementDocument(MomentDocument Announced, string Label, Dtn? Dtn, IReadOnlyList<string> Sources, string? Note)
{
    public static AnnouncementDocument Of(HistoryEntry entry) => new(MomentDocument.Of(entry.Announced), entry.Label, entry.Dtn, entry.Sources, entry.Note);
}
