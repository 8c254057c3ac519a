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

    /// <summary>Every send and drain fails.</summary>
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

    public async Task<int> DrainDeadLettersAsync(
        string entity, int limit, Func<DeadLetter, CancellationToken, Task> keep, CancellationToken cancellationToken)
    {
        var letters = Parked(entity).Take(limit).ToList();
        foreach (var letter in letters)
        {
            await keep(letter, cancellationToken);
            lock (gate)
                deadLetters.Remove(letter);
        }

        return letters.Count;
    }

    /// <summary>Dead letters of an entity that nobody has taken.</summary>
    public IReadOnlyList<DeadLetter> Parked(string entity)
    {
        lock (gate)
            return left == 0 ? throw Down() : [.. deadLetters.Where(letter => letter.Entity == entity)];
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
