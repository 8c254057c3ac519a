using Alerting.Adapters.Twilio;

namespace Alerting.Functions;

/// <summary>Takes the provider's report on the end of a call.</summary>
internal static class ReceiveTwilioCall
{
    public static void MapReceiveTwilioCall(this IEndpointRouteBuilder api) =>
        api.MapPost("/webhooks/twilio/call", RunAsync)
            .WithName(nameof(ReceiveTwilioCall))
            .WithTags("Webhooks")
            .WithSummary("Takes the end of a call from Twilio; form-encoded, with X-Twilio-Signature.")
            .Produces(StatusCodes.Status204NoContent)
            .RequireTwilioSignature();

    private static Task<IResult> RunAsync(HttpRequest request, ReportIntake intake, CancellationToken cancellationToken) =>
        intake.TakeAsync(request, TwilioWebhook.ReadCallReceipt, cancellationToken);
}
