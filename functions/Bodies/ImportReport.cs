namespace Alerting.Functions;

/// <summary>What an import put into the directory.</summary>
/// <param name="Bodies">How many bodies were added or replaced.</param>
/// <param name="Contacts">How many contacts they have together.</param>
internal sealed record ImportReport(int Bodies, int Contacts);
