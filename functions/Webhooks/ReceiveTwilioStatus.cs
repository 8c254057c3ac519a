using Alerting.Adapters.Twilio;
using Alerting.Bus;
using Alerting.Delivery;

namespace Alerting.Functions;

/// <summary>Takes the provider's report on a text message; the writing is done from the queue, many at once.</summary>
/// <remarks>That a message is on its way is known from its sending: of some three reports on each only the last is kept.</remarks>
internal static class ReceiveTwilioStatus
{
    public static void MapReceiveTwilioStatus(this IEndpointRouteBuilder api) =>
        api.MapPost("/webhooks/twilio/status", RunAsync)
            .WithName(nameof(ReceiveTwilioStatus))
            .WithTags("Webhooks")
            .WithSummary("Takes a status callback of Twilio; form-encoded, with X-Twilio-Signature.")
            .Produces(StatusCodes.Status204NoContent)
            .RequireTwilioSignature();

    private static async Task<IResult> RunAsync(HttpRequest request, GatheredSends<Receipt> receipts, TimeProvider time, ILogger<TwilioSignatureFilter> log, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var receipt = TwilioWebhook.ReadReceipt(request.Query[StatusCallback.Parameter], form, time.GetUtcNow());
        if (receipt is null)
            log.StatusOfNothing();
        else if (receipt.Kind != ReceiptKind.Underway)
            await receipts.SendAsync(receipt, cancellationToken);
        return TypedResults.NoContent();
    }
}
