using Alerting.Declarations;

namespace Alerting.Alerts;

/// <summary>What the audit found wrong with an alert, and mended.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="WasPlanned">False when its plan was missing or unfinished; it is planned now.</param>
/// <param name="Redriven">Batches without an end that were queued again.</param>
/// <param name="Resting">Batches without an end that wait for their turn, that a worker holds, or whose next try has not come: left alone.</param>
public sealed record AuditFinding(DeclarationId Alert, bool WasPlanned, int Redriven, int Resting = 0);
