using Alerting.Declarations;
using Alerting.Delivery.Batches;

namespace Alerting.Delivery.Receipts;

/// <summary>Finds out which delivery a reply answers: the alert by the code in it, the delivery by the number it came from.</summary>
public sealed class ReplyBook(IDeclarationStore declarations, IDeliveryStore store, ReceiptBook receipts)
{
    private readonly ToldNumbers told = new(store);

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
            found.AddRange(await MatchAsync(alert.Key, alert, cancellationToken));
        await receipts.AcknowledgeAsync(found, cancellationToken);
        return found.Count;
    }

    private async Task<IEnumerable<Acknowledgement>> MatchAsync(DeclarationId alert, IEnumerable<Reply> replies, CancellationToken cancellationToken)
    {
        var numbers = await told.OfAsync(alert, cancellationToken);
        return replies
            .Where(reply => numbers.ContainsKey(reply.From))
            .Select(reply => (Reply: reply, Delivery: numbers[reply.From]))
            .Select(answer => new Acknowledgement(answer.Delivery.Batch, answer.Delivery.Index, answer.Reply.At, answer.Reply.ProviderId));
    }
}
