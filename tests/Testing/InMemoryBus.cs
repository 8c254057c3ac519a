using System.Diagnostics;
using Alerting.Bus;

namespace Alerting.Testing;

/// <summary>A broker that keeps what it is sent; every entity drops a second message with the same id.</summary>
public sealed class InMemoryBus : IBus
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, OrderedDictionary<string, BusMessage>> entities = [];
    private readonly List<DeadLetter> deadLetters = [];
    private int? left;

    /// <summary>Every send and peek fails.</summary>
    public void GoDown() => GoDownAfter(0);

    /// <summary>Takes so many messages more (repeats count), then fails, in the middle of a send if it comes so.</summary>
    public void GoDownAfter(int messages)
    {
        lock (gate)
            left = messages;
    }

    /// <summary>Works again; what was taken is still there.</summary>
    public void ComeUp()
    {
        lock (gate)
            left = null;
    }

    /// <summary>What an entity holds, in the order it came.</summary>
    public IReadOnlyList<BusMessage> Sent(string entity)
    {
        lock (gate)
            return entities.TryGetValue(entity, out var messages) ? [.. messages.Values] : [];
    }

    /// <summary>Adds a dead letter.</summary>
    public void Park(DeadLetter letter)
    {
        lock (gate)
            deadLetters.Add(letter);
    }

    public Task SendAsync(string entity, IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            foreach (var message in messages)
                Take(entity, message);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<DeadLetter>> PeekDeadLettersAsync(string entity, int limit, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (left == 0)
                throw Down();
            return Task.FromResult<IReadOnlyList<DeadLetter>>([.. deadLetters.Where(letter => letter.Entity == entity).Take(limit)]);
        }
    }

    private void Take(string entity, BusMessage message)
    {
        if (left == 0)
            throw Down();
        left--;
        if (!entities.TryGetValue(entity, out var kept))
            entities[entity] = kept = [];
        // As over the wire: the message belongs to the work that sends it.
        kept.TryAdd(message.MessageId, message with { TraceParent = message.TraceParent ?? Activity.Current?.Id });
    }

    private static BusUnavailableException Down() => new("The broker is down.");
}
