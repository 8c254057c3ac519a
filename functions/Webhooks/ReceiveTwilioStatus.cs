using Alerting.Adapters.Twilio;
using Alerting.Bus;

namespace Alerting.Functions;

/// <summary>Takes the provider's report on a text message; the writing is done from the queue, many at once.</summary>
internal static class ReceiveTwilioStatus
{
    public static void MapReceiveTwilioStatus(this IEndpointRouteBuilder api) =>
        api.MapPost("/webhooks/twilio/status", RunAsync)
            .WithName(nameof(ReceiveTwilioStatus))
            .WithTags("Webhooks")
            .WithSummary("Takes a status callback of Twilio; form-encoded, with X-Twilio-Signature.")
            .Produces(StatusCodes.Status204NoContent)
            .RequireTwilioSignature();

    private static async Task<IResult> RunAsync(HttpRequest request, IBus bus, TimeProvider time, ILogger<TwilioSignatureFilter> log, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        if (TwilioWebhook.ReadReceipt(request.Query[StatusCallback.Parameter], form, time.GetUtcNow()) is { } receipt)
            await bus.SendAsync(Entities.Receipts, [ReceiptMessage.For(receipt)], cancellationToken);
        else
            log.StatusOfNothing();
        return TypedResults.NoContent();
    }
}
