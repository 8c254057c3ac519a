namespace Alerting.Functions;

/// <summary>Places and sectors.</summary>
/// <param name="Places">Larger before smaller, sectors last.</param>
internal sealed record PlaceList(IReadOnlyList<PlaceDocument> Places);
