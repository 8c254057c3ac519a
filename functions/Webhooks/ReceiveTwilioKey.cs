using System.Net.Mime;
using Alerting.Adapters.Twilio;
using Alerting.Bus;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Alerting.Functions;

/// <summary>Takes the key that somebody pressed in a call: 1 confirms, any other repeats the text once.</summary>
internal static class ReceiveTwilioKey
{
    private const string Confirms = "1";

    public static void MapReceiveTwilioKey(this IEndpointRouteBuilder api) =>
        api.MapPost("/webhooks/twilio/keypad", RunAsync)
            .WithName(nameof(ReceiveTwilioKey))
            .WithTags("Webhooks")
            .WithSummary("Takes a key pressed in a call from Twilio; form-encoded, with X-Twilio-Signature. Answers the TwiML that goes on with.")
            .Produces<string>(StatusCodes.Status200OK, MediaTypeNames.Text.Xml)
            .RequireTwilioSignature();

    private static async Task<IResult> RunAsync(
        HttpRequest request, IBus bus, CallAnswers answers, TimeProvider time, ILogger<TwilioSignatureFilter> log, CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        if (TwilioWebhook.ReadKey(request.Query[StatusCallback.Parameter], form, time.GetUtcNow()) is not var (key, acknowledgement))
        {
            log.KeyOfNobody();
            return Twiml(VoiceTwiml.HangUp());
        }

        if (key != Confirms)
            return Twiml(request.Query.ContainsKey(CallCallback.Repeated) ? VoiceTwiml.HangUp() : await answers.RepeatAsync(acknowledgement, cancellationToken));
        // First: what is said then may fail, what is known may not.
        await bus.SendAsync(Entities.Replies, [KeyMessage.For(acknowledgement)], cancellationToken);
        return Twiml(await answers.ThankAsync(acknowledgement, cancellationToken));
    }

    private static ContentHttpResult Twiml(string twiml) => TypedResults.Text(twiml, MediaTypeNames.Text.Xml);
}
