using Alerting.Adapters.Twilio;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;

namespace Alerting.Functions;

/// <summary>What a call says after a key, in the language of the contact.</summary>
internal sealed class CallAnswers(IDeclarationStore declarations, IDeliveryStore deliveries, IAlertTexts texts, VoiceTwiml twiml)
{
    /// <summary>Thanks for the confirmation.</summary>
    public async Task<string> ThankAsync(Acknowledgement key, CancellationToken cancellationToken) =>
        await FindAsync(key, cancellationToken) is var (declaration, recipient)
            ? VoiceTwiml.Say(texts.Thanks(declaration, recipient), recipient.Language)
            : VoiceTwiml.HangUp();

    /// <summary>The text once more.</summary>
    public async Task<string> RepeatAsync(Acknowledgement key, CancellationToken cancellationToken) =>
        await FindAsync(key, cancellationToken) is var (declaration, recipient)
            ? twiml.AskAgain(new(recipient.Address, texts.Voice(declaration, recipient), recipient.Language, key.Batch, key.Index))
            : VoiceTwiml.HangUp();

    private async Task<(Declaration Declaration, Recipient Recipient)?> FindAsync(Acknowledgement key, CancellationToken cancellationToken) =>
        await deliveries.FindPlanAsync(key.Batch, cancellationToken) is { } plan
        && key.Index < plan.Recipients.Count
        && await declarations.FindAsync(key.Batch.Alert, cancellationToken) is { State: DeclarationState.Approved } declaration
            ? (declaration, plan.Recipients[key.Index])
            : null;
}
