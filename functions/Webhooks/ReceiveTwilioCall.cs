using Alerting.Adapters.Twilio;
using Alerting.Bus;
using Alerting.Delivery;

namespace Alerting.Functions;

/// <summary>Takes the provider's report on the end of a call; the writing is done from the queue, many at once.</summary>
internal static class ReceiveTwilioCall
{
    public static void MapReceiveTwilioCall(this IEndpointRouteBuilder api) =>
        api.MapPost("/webhooks/twilio/call", RunAsync)
            .WithName(nameof(ReceiveTwilioCall))
            .WithTags("Webhooks")
            .WithSummary("Takes the end of a call from Twilio; form-encoded, with X-Twilio-Signature.")
            .Produces(StatusCodes.Status204NoContent)
            .RequireTwilioSignature();

    private static async Task<IResult> RunAsync(HttpRequest request, GatheredSends<Receipt> receipts, TimeProvider time, ILogger<TwilioSignatureFilter> log, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        var receipt = TwilioWebhook.ReadCallReceipt(request.Query[StatusCallback.Parameter], form, time.GetUtcNow());
        if (receipt is null)
            log.StatusOfNothing();
        else if (receipt.Kind != ReceiptKind.Underway)
            await receipts.SendAsync(receipt, cancellationToken);
        return TypedResults.NoContent();
    }
}
