namespace Alerting.Functions;

/// <summary>The history of levels.</summary>
/// <param name="Rows">Newest start first.</param>
internal sealed record HistoryDocument(IReadOnlyList<HistoryRow> Rows);
