using Alerting.Adapters.Twilio;
using Alerting.Bus;
using Alerting.Delivery.Receipts;

namespace Alerting.Functions;

/// <summary>Takes a provider's report into the queue; the writing is done from there, many at once.</summary>
/// <remarks>That something is on its way is known from its sending: of some three reports on each only the last is kept.</remarks>
internal sealed class ReportIntake(GatheredSends<Receipt> receipts, TimeProvider time, ILogger<TwilioSignatureFilter> log)
{
    /// <summary>Answers 204 whatever it is: nobody is helped when the provider repeats it.</summary>
    /// <param name="request">The report, its signature checked.</param>
    /// <param name="read">How it is read.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IResult> TakeAsync(HttpRequest request, Func<string?, IFormCollection, DateTimeOffset, Receipt?> read, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var receipt = read(request.Query[StatusCallback.Parameter], form, time.GetUtcNow());
        if (receipt is null)
            log.StatusOfNothing();
        else if (receipt.Kind != ReceiptKind.Underway)
            await receipts.SendAsync(receipt, cancellationToken);
        return TypedResults.NoContent();
    }
}
