namespace Alerting.Functions;

/// <summary>Why a dead letter is not wanted any more.</summary>
/// <param name="Reason">For the record, in either language.</param>
internal sealed record DismissalBody(string? Reason);
