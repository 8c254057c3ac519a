using System.Net.Mime;
using Alerting.Adapters.Twilio;
using Alerting.Bus;

namespace Alerting.Functions;

/// <summary>Takes a text message that somebody sent us; what it answers is found out from the queue.</summary>
internal static class ReceiveTwilioReply
{
    private const string NoReply = "<Response></Response>";

    public static void MapReceiveTwilioReply(this IEndpointRouteBuilder api) =>
        api.MapPost("/webhooks/twilio/reply", RunAsync)
            .WithName(nameof(ReceiveTwilioReply))
            .WithTags("Webhooks")
            .WithSummary("Takes an inbound message from Twilio; form-encoded, with X-Twilio-Signature. Answers empty TwiML.")
            .Produces<string>(StatusCodes.Status200OK, MediaTypeNames.Text.Xml)
            .RequireTwilioSignature();

    private static async Task<IResult> RunAsync(HttpRequest request, IBus bus, TimeProvider time, ILogger<TwilioSignatureFilter> log, CancellationToken cancellationToken)
    {
        if (TwilioWebhook.ReadReply(await request.ReadFormAsync(cancellationToken), time.GetUtcNow()) is { } reply)
            await bus.SendAsync(Entities.Replies, [ReplyMessage.For(reply)], cancellationToken);
        else
            log.ReplyOfNobody();
        return TypedResults.Text(NoReply, MediaTypeNames.Text.Xml);
    }
}
