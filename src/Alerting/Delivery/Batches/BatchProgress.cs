namespace Alerting.Delivery.Batches;

/// <summary>Counts of one batch, kept beside it so that nobody has to read its rows to show progress.</summary>
/// <param name="Batch">The batch.</param>
/// <param name="RowCount">How many rows were folded: a higher number is the newer truth.</param>
/// <param name="Planned">All deliveries of the batch.</param>
/// <param name="Sent">Taken by the provider, whatever came later.</param>
/// <param name="Delivered">Reported as arrived.</param>
/// <param name="Failed">Rejected, given up or reported as not arrived.</param>
/// <param name="Superseded">Not sent because the declaration lost its force.</param>
/// <param name="Acknowledged">Answered by a human.</param>
/// <param name="Open">Neither sent nor ended: still to do.</param>
/// <param name="FirstSentAt">Earliest send; null before it.</param>
/// <param name="LastSentAt">Latest send; null before the first.</param>
public sealed record BatchProgress(
    BatchId Batch,
    int RowCount,
    int Planned,
    int Sent,
    int Delivered,
    int Failed,
    int Superseded,
    int Acknowledged,
    int Open,
    DateTimeOffset? FirstSentAt,
    DateTimeOffset? LastSentAt);
