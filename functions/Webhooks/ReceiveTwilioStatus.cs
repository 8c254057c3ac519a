using Alerting.Adapters.Twilio;

namespace Alerting.Functions;

/// <summary>Takes the provider's report on a text message.</summary>
internal static class ReceiveTwilioStatus
{
    public static void MapReceiveTwilioStatus(this IEndpointRouteBuilder api) =>
        api.MapPost("/webhooks/twilio/status", RunAsync)
            .WithName(nameof(ReceiveTwilioStatus))
            .WithTags("Webhooks")
            .WithSummary("Takes a status callback of Twilio; form-encoded, with X-Twilio-Signature.")
            .Produces(StatusCodes.Status204NoContent)
            .RequireTwilioSignature();

    private static Task<IResult> RunAsync(HttpRequest request, ReportIntake intake, CancellationToken cancellationToken) =>
        intake.TakeAsync(request, TwilioWebhook.ReadReceipt, cancellationToken);
}
