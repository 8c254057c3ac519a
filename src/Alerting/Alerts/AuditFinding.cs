using Alerting.Declarations;

namespace Alerting.Alerts;

/// <summary>What the audit found open in an alert, and what it mended.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="WasPlanned">False when its plan was missing or unfinished; it is planned now.</param>
/// <param name="Redriven">Batches without an end that were queued again.</param>
/// <param name="Resting">Batches without an end that wait for their turn, that a worker holds, or whose next try has not come: left alone.</param>
/// <param name="IsTimeOver">True when the alert's useful life has been over for longer than the grace of the audit.</param>
public sealed record AuditFinding(DeclarationId Alert, bool WasPlanned, int Redriven, int Resting = 0, bool IsTimeOver = false)
{
    /// <summary>True when something went wrong. An alert that is on its way is open, too, and in order.</summary>
    public bool IsLate => !WasPlanned || Redriven > 0 || IsTimeOver;
}
