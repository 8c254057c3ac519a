using Alerting.Bus;
using Alerting.Declarations;

namespace Alerting.DeadLetters;

/// <summary>Where an operator decides about dead letters: once for each.</summary>
public sealed class LetterDesk(ILetterBook book, IBus bus, TimeProvider time)
{
    /// <summary>Sends a letter again. The decision is written first; while the broker is away, <see cref="FinishAsync"/> makes it good.</summary>
    /// <returns>The letter; its <c>SentAt</c> is null while the broker has not taken it.</returns>
    public async Task<Result<KeptLetter>> ReplayAsync(string id, Actor actor, CancellationToken cancellationToken)
    {
        var letter = await FindAsync(id, cancellationToken);
        if (LetterRules.Replay(letter) is { } problem)
            return problem;
        var handling = new LetterHandling(LetterState.Replayed, actor.Id, time.GetUtcNow());
        if (!await book.TryHandleAsync(letter!, handling, cancellationToken))
            return LetterRules.Raced;
        return await SendAsync(letter! with { Handling = handling }, cancellationToken);
    }

    /// <summary>Says that a letter is not wanted any more.</summary>
    /// <param name="id">The letter.</param>
    /// <param name="actor">Who says so.</param>
    /// <param name="reason">Why, at most 2000 characters.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<KeptLetter>> DismissAsync(string id, Actor actor, string? reason, CancellationToken cancellationToken)
    {
        var letter = await FindAsync(id, cancellationToken);
        if (LetterRules.Dismiss(letter, reason) is { } problem)
            return problem;
        var handling = new LetterHandling(LetterState.Dismissed, actor.Id, time.GetUtcNow(), reason!.Trim());
        return await book.TryHandleAsync(letter!, handling, cancellationToken) ? letter! with { Handling = handling } : LetterRules.Raced;
    }

    /// <summary>Sends what was decided to be sent again and could not be sent at once.</summary>
    /// <exception cref="BusUnavailableException">The broker does not take it still.</exception>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        foreach (var letter in await book.UnsentAsync(cancellationToken))
            await SendOnceAsync(letter, cancellationToken);
    }

    private async Task<KeptLetter?> FindAsync(string id, CancellationToken cancellationToken) =>
        KeptLetter.IsId(id) ? await book.FindAsync(id, cancellationToken) : null;

    private async Task<KeptLetter> SendAsync(KeptLetter letter, CancellationToken cancellationToken)
    {
        try
        {
            return await SendOnceAsync(letter, cancellationToken);
        }
        catch (BusUnavailableException)
        {
            // The answer says that it is not sent yet, and the next drain sends it.
            return letter;
        }
    }

    // Twice is once: the message has the letter's own id.
    private async Task<KeptLetter> SendOnceAsync(KeptLetter letter, CancellationToken cancellationToken)
    {
        await bus.SendAsync(Entities.TargetOf(letter.Letter.Entity), [letter.Replay()], cancellationToken);
        var sent = letter.Handling! with { SentAt = time.GetUtcNow() };
        await book.TryHandleAsync(letter, sent, cancellationToken);
        return letter with { Handling = sent };
    }
}
