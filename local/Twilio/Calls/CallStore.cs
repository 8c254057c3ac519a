using System.Collections.Concurrent;

namespace Alerting.Local.Twilio.Calls;

/// <summary>The calls of one provider. They are few: a list of calls looks at all of them.</summary>
internal sealed class CallStore
{
    private readonly ConcurrentDictionary<Guid, Call> byId = new();
    private long last;

    public int Count => byId.Count;

    public void Add(Call call)
    {
        call.Number = Interlocked.Increment(ref last);
        byId[call.Id] = call;
    }

    public Call? Find(Guid id) => byId.GetValueOrDefault(id);

    public IEnumerable<Call> NewestFirst() => byId.Values.OrderByDescending(c => c.Number);

    public void Clear() => byId.Clear();
}
