using Alerting.Calls;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Azure.Data.Tables;

namespace Alerting.Adapters.Tables;

/// <summary>The rows of table <c>Progress</c>: one partition per alert, one row per batch, and one for the finished plan; in a second partition one row per look.</summary>
internal static class ProgressRows
{
    public static string PlanKey(DeclarationId alert) => $"{alert}.plan";

    public static TableEntity Of(AlertPlan plan) => RowContent.Row(plan.Alert.Value, PlanKey(plan.Alert), plan, StoredJson.Default.AlertPlan);

    /// <summary>Looks have a partition of their own, so that progress is read without them.</summary>
    public static string LooksOf(DeclarationId alert) => $"{alert}.looks";

    public static TableEntity Of(CallLook look) => RowContent.Row(LooksOf(look.Texts.Alert), $"{look.Texts}.look", look, StoredJson.Default.CallLook);

    public static TableEntity Of(BatchProgress progress) =>
        RowContent.Row(progress.Batch.Alert.Value, progress.Batch.Value, progress, StoredJson.Default.BatchProgress);

    public static bool IsPlan(TableEntity row) => row.RowKey.EndsWith(".plan", StringComparison.Ordinal);
}
