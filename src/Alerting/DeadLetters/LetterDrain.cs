using Alerting.Bus;
using Alerting.Telemetry;

namespace Alerting.DeadLetters;

/// <summary>Moves what the broker gave up into the record, with the reason, and measures what nobody has seen to.</summary>
/// <remarks>May run at any time and twice at once: a letter is kept before it leaves the broker, and kept once.</remarks>
public sealed class LetterDrain(IBus bus, IRefusals refusals, ILetterBook book, TimeProvider time)
{
    private const int Batch = 100;

    // A run ends in time even when a whole night's reports were given up; the next run goes on.
    private const int Rounds = 10;

    /// <summary>Drains every queue and subscription.</summary>
    /// <returns>How many letters were taken over.</returns>
    /// <exception cref="AggregateException">Some could not be drained; thrown at the end, so that they keep no other waiting.</exception>
    public async Task<int> DrainAsync(CancellationToken cancellationToken)
    {
        var (drained, failures) = (0, new List<Exception>());
        foreach (var entity in Entities.All)
        {
            try
            {
                drained += await DrainAsync(entity, cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                failures.Add(failure);
            }
        }

        await MeasureAsync(cancellationToken);
        return failures.Count == 0 ? drained : throw new AggregateException($"The dead letters of {failures.Count} entities could not be taken over.", failures);
    }

    private async Task<int> DrainAsync(string entity, CancellationToken cancellationToken)
    {
        var drained = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var count = await bus.DrainDeadLettersAsync(entity, Batch, KeepAsync, cancellationToken);
            drained += count;
            if (count < Batch)
                break;
        }

        return drained;
    }

    private async Task KeepAsync(DeadLetter letter, CancellationToken cancellationToken)
    {
        var name = Refusal.NameOf(letter.MessageId, letter.SequenceNumber);
        var found = await refusals.FindAsync(letter.Entity, [name], cancellationToken);
        await book.KeepAsync(new(KeptLetter.IdOf(letter), letter, time.GetUtcNow(), found is [var refusal, ..] ? refusal : null), cancellationToken);
    }

    private async Task MeasureAsync(CancellationToken cancellationToken)
    {
        if (!Instruments.DeadLetters.Enabled)
            return;
        var open = await book.CountOpenAsync(cancellationToken);
        foreach (var entity in Entities.All)
            Instruments.DeadLetters.Record(open.GetValueOrDefault(entity), new KeyValuePair<string, object?>(TagNames.Entity, entity));
    }
}
