namespace Alerting.Functions;

/// <summary>The providers of text messages.</summary>
/// <param name="Providers">In the order of the settings.</param>
/// <param name="Shifts">Newest first.</param>
internal sealed record ProviderList(IReadOnlyList<ProviderDocument> Providers, IReadOnlyList<ShiftDocument> Shifts);
