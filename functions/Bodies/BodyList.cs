namespace Alerting.Functions;

/// <summary>Bodies of the directory.</summary>
/// <param name="Bodies">By id.</param>
internal sealed record BodyList(IReadOnlyList<BodyDocument> Bodies);
