namespace Alerting.Functions;

/// <summary>Who of an alert's audience has not been told.</summary>
/// <param name="IsPlanned">True when the whole audience is known; until then more may come.</param>
/// <param name="Untold">Told by nothing first, then by tier, body, contact and channel.</param>
/// <param name="Next">What to give as after for more; null when there are none.</param>
internal sealed record UntoldList(bool IsPlanned, IReadOnlyList<UntoldDocument> Untold, string? Next);
