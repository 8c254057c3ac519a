using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Providers;

namespace Alerting.Delivery.Receipts;

/// <summary>Asks the providers what became of text messages that nobody reported on; see <see cref="MissingReports"/>.</summary>
/// <remarks>What was asked is known to this process alone: after a restart it is asked once more, which does no harm.</remarks>
public sealed class ReportSearch(IDeclarationStore declarations, IDeliveryStore store, SmsProviders providers, BatchPace pace, DeliveryOptions options)
{
    /// <summary>Messages asked for in one search, at most by a batch more; what is left waits for the next.</summary>
    public const int Most = 1_000;

    private const int AtOnce = 8;

    private readonly MissingReports missing = new(options.ReportWithin);
    private readonly ConcurrentDictionary<BatchId, DateTimeOffset> asked = new();

    /// <summary>Searches once, the newest alert first.</summary>
    /// <returns>The ends that were found, batch by batch. A batch counts as asked for when the next is read, so that what could not be written down is asked for again.</returns>
    /// <exception cref="HttpRequestException">A provider could not be asked; the next search begins with that batch.</exception>
    public async IAsyncEnumerable<IReadOnlyList<Receipt>> SearchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Forget();
        var left = Most;
        foreach (var alert in (await declarations.ListAsync(DeclarationState.Approved, cancellationToken)).Where(IsRecent).OrderByDescending(alert => alert.Sequence))
        {
            foreach (var batch in (await store.ReadProgressAsync(alert.Id, cancellationToken)).Where(IsDue))
            {
                if (left <= 0)
                    yield break;
                var unreported = await UnreportedAsync(batch.Batch, cancellationToken);
                left -= unreported.Count;
                var found = await AskAsync(batch.Batch, unreported, cancellationToken);
                if (found.Count > 0)
                    yield return found;
                asked[batch.Batch] = pace.Now;
            }
        }
    }

    private bool IsRecent(Declaration alert) => pace.Now < pace.DeadlineOf(alert) + MissingReports.Longest;

    private bool IsDue(BatchProgress batch) =>
        missing.IsDue(batch, asked.TryGetValue(batch.Batch, out var at) ? at : null, pace.Now);

    private async Task<IReadOnlyList<Outcome>> UnreportedAsync(BatchId batch, CancellationToken cancellationToken) =>
        await store.ReadAsync(batch, cancellationToken) is { } record ? [.. MissingReports.Of(BatchState.Of(record))] : [];

    private async Task<IReadOnlyList<Receipt>> AskAsync(BatchId batch, IReadOnlyList<Outcome> unreported, CancellationToken cancellationToken)
    {
        var found = new List<Receipt>();
        foreach (var some in unreported.Chunk(AtOnce))
        {
            var reports = await Task.WhenAll(some.Select(sent => providers.FindReportAsync(sent.Provider!, sent.ProviderId!, cancellationToken)));
            foreach (var (sent, report) in some.Zip(reports))
                if (report is { Kind: not ReceiptKind.Underway })
                    found.Add(new(batch, sent.Index, report.Kind, pace.Now, sent.ProviderId!, report.Code, report.IsAddressAtFault));
        }

        return found;
    }

    private void Forget()
    {
        foreach (var (batch, _) in asked.Where(known => known.Value + (MissingReports.Longest * 2) < pace.Now).ToList())
            asked.TryRemove(batch, out _);
    }
}
