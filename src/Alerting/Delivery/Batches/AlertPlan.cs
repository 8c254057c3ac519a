using Alerting.Declarations;

namespace Alerting.Delivery.Batches;

/// <summary>Written once when the whole audience of an alert has been planned.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="PlannedAt">When planning ended.</param>
/// <param name="Batches">How many batches there are.</param>
/// <param name="Sms">How many SMS deliveries.</param>
/// <param name="Email">How many email deliveries.</param>
/// <param name="DirectoryVersion">The directory it was planned from.</param>
public sealed record AlertPlan(DeclarationId Alert, DateTimeOffset PlannedAt, int Batches, int Sms, int Email, string DirectoryVersion);
