using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;

namespace Alerting.Readiness;

/// <summary>Reads out of what was written about a batch which addresses are wrong and which work.</summary>
internal static class AddressVerdicts
{
    /// <summary>The last word on each address that there is one on. A call says nothing: a number that answers it may take no text messages.</summary>
    public static IEnumerable<AddressWord> Of(BatchRecord record) => record.Plan.Id.Channel == Channel.Voice ? [] : Said(record)
        .Where(said => said.Index >= 0 && said.Index < record.Plan.Recipients.Count)
        .GroupBy(said => said.Index)
        .Select(said => said.MaxBy(word => word.At)!)
        .Select(said => new AddressWord(record.Plan.Recipients[said.Index].Address, said.IsRejected, said.Code, said.At, record.Plan.Id.Alert));

    private static IEnumerable<Word> Said(BatchRecord record)
    {
        foreach (var outcome in record.Outcomes.SelectMany(chunk => chunk.Outcomes))
        {
            if (outcome.Kind == OutcomeKind.Rejected)
                yield return new(outcome.Index, true, outcome.Code, outcome.At);
            // A mail server that takes a recipient knows him; a text message has arrived only when its receipt says so.
            else if (outcome.Kind == OutcomeKind.Sent && record.Plan.Id.Channel == Channel.Email)
                yield return new(outcome.Index, false, null, outcome.At);
        }

        foreach (var receipt in record.Receipts)
        {
            if (receipt.Kind == ReceiptKind.Delivered)
                yield return new(receipt.Index, false, null, receipt.At);
            else if (receipt is { Kind: ReceiptKind.Failed, IsAddressAtFault: true })
                yield return new(receipt.Index, true, receipt.Code, receipt.At);
        }
    }

    private sealed record Word(int Index, bool IsRejected, string? Code, DateTimeOffset At);
}
