using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;

namespace Alerting.Delivery.Receipts;

/// <summary>Finds out which delivery a reply answers: the alert by the code in it, the delivery by the number it came from.</summary>
public sealed class ReplyBook(IDeclarationStore declarations, IDeliveryStore store, ReceiptBook receipts)
{
    /// <summary>Records the replies that answer an alert.</summary>
    /// <returns>How many did; the others carry no code of ours or come from a number that was not told.</returns>
    public async Task<int> RecordAsync(IReadOnlyCollection<Reply> replies, CancellationToken cancellationToken)
    {
        var approved = await declarations.ListAsync(DeclarationState.Approved, cancellationToken);
        var answers = replies
            .Select(reply => (Reply: reply, Declaration: ReplyCode.Match(reply.Text, approved)))
            .Where(answer => answer.Declaration is not null)
            .ToLookup(answer => answer.Declaration!.Id, answer => answer.Reply);
        var found = new List<Acknowledgement>();
        foreach (var alert in answers)
            found.AddRange(await MatchAsync(alert.Key, [.. alert], cancellationToken));
        await receipts.AcknowledgeAsync(found, cancellationToken);
        return found.Count;
    }

    private async Task<List<Acknowledgement>> MatchAsync(DeclarationId alert, IReadOnlyList<Reply> replies, CancellationToken cancellationToken)
    {
        var byNumber = replies.ToLookup(reply => reply.From);
        var found = new List<Acknowledgement>();
        await foreach (var batch in store.ReadPlansAsync(alert, cancellationToken).Where(plan => plan.Id.Channel == Channel.Sms))
            for (var index = 0; index < batch.Recipients.Count; index++)
                foreach (var reply in byNumber[batch.Recipients[index].Address])
                    found.Add(new(batch.Id, index, reply.At, reply.ProviderId));
        return found;
    }
}
