namespace Alerting.Delivery.Providers;

/// <summary>A provider that a message could go to.</summary>
/// <param name="Weight">Its weight, 0 or more.</param>
/// <param name="HasRoom">It is not handed more at once than its share.</param>
/// <param name="IsResting">It failed several times in a row and is left alone for now.</param>
/// <param name="HasRefused">It has just refused this message.</param>
public readonly record struct Candidate(int Weight, bool HasRoom = true, bool IsResting = false, bool HasRefused = false);
