using Alerting.Calls;
using Alerting.Delivery.Receipts;

namespace Alerting.Functions;

/// <summary>Asks the providers what became of text messages whose report is missing, and sees who must be called for it.</summary>
internal static class AskForReports
{
    public static void MapAskForReports(this IEndpointRouteBuilder functions) => functions.MapTimerTrigger(nameof(AskForReports), RunAsync);

    private static async Task RunAsync(ReportSearch search, ReceiptBook book, CallPlanner calls, ILogger<ReportSearch> log, CancellationToken cancellationToken)
    {
        var found = 0;
        try
        {
            await foreach (var receipts in search.SearchAsync(cancellationToken))
            {
                found += await book.RecordAsync(receipts, cancellationToken);
                foreach (var texts in CallPlanner.Touched(receipts))
                    await calls.PlanAsync(texts, cancellationToken);
            }
        }
        catch (HttpRequestException failure)
        {
            log.ReportsNotAsked(failure.Message);
        }

        if (found > 0)
            log.ReportsFound(found);
    }
}
