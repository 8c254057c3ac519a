namespace Alerting.Local.Twilio;

/// <summary>
/// All messages of all accounts, in the order they were taken. One writer at a time; readers of the
/// whole take no lock, they see everything up to the count they read.
/// </summary>
internal sealed class MessageStore
{
    private readonly Lock writing = new();
    private readonly Dictionary<Guid, Message> byId = [];
    private readonly Dictionary<string, Message> lastByTo = new(StringComparer.Ordinal);
    private volatile Log current = new([], 0, 0);
    private readonly Dictionary<string, int> byAccount = [];
    private Tally tally = Tally.None;

    public void Add(Message message)
    {
        lock (writing)
        {
            var log = current;
            var items = log.Items;
            if (log.Count == items.Length)
                Array.Resize(ref items, Math.Max(1024, items.Length * 2));

            message.Number = log.Last + 1;
            message.EarlierSameTo = lastByTo.GetValueOrDefault(message.To);
            tally = tally.With(message, message.EarlierSameTo is null);
            lastByTo[message.To] = message;
            if (!message.IsInbound)
                byAccount[message.Account.Sid] = byAccount.GetValueOrDefault(message.Account.Sid) + 1;
            byId[message.Id] = message;
            items[log.Count] = message;
            current = new Log(items, log.Count + 1, message.Number);
        }
    }

    public Message? Find(Guid id)
    {
        lock (writing)
            return byId.GetValueOrDefault(id);
    }

    public void Delete(Message message)
    {
        message.Deleted = true;
        lock (writing)
            byId.Remove(message.Id);
    }

    /// <summary>Forgets all; numbers go on from where they were, so that a reader's place stays good.</summary>
    public void Clear()
    {
        lock (writing)
        {
            byId.Clear();
            lastByTo.Clear();
            byAccount.Clear();
            current = new Log([], 0, current.Last);
            tally = Tally.None;
        }
    }

    public IEnumerable<Message> NewestFirst(string? to = null) => to is null ? Backwards(current) : Chain(to);

    /// <summary>Those after that number, oldest first.</summary>
    public IEnumerable<Message> After(long number)
    {
        var log = current;
        // Numbers rise by one, so the place of a number follows from the last.
        var first = Math.Max(0, log.Count - (log.Last - number));
        for (var i = first; i < log.Count; i++)
        {
            if (!log.Items[i].Deleted)
                yield return log.Items[i];
        }
    }

    public Tally Count()
    {
        lock (writing)
            return tally;
    }

    /// <summary>How many messages an account sent.</summary>
    public int CountOf(Account account)
    {
        lock (writing)
            return byAccount.GetValueOrDefault(account.Sid);
    }

    private static IEnumerable<Message> Backwards(Log log)
    {
        for (var i = log.Count - 1; i >= 0; i--)
        {
            if (!log.Items[i].Deleted)
                yield return log.Items[i];
        }
    }

    private IEnumerable<Message> Chain(string to)
    {
        Message? at;
        lock (writing)
            at = lastByTo.GetValueOrDefault(to);
        for (; at is not null; at = at.EarlierSameTo)
        {
            if (!at.Deleted)
                yield return at;
        }
    }

    private sealed record Log(Message[] Items, int Count, long Last);
}
