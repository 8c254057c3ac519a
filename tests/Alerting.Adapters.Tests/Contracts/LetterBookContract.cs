using System.Text;
using Alerting.Bus;
using Alerting.DeadLetters;
using Alerting.Testing;
using Xunit;

namespace Alerting.Adapters.Tests.Contracts;

/// <summary>What every record of dead letters keeps to.</summary>
public abstract class LetterBookContract
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected abstract Task<ILetterBook> CreateAsync();

    [Fact]
    public async Task ALetterComesBackAsItWasKept()
    {
        var book = await CreateAsync();
        var body = Encoding.UTF8.GetBytes(new string('é', 100_000));
        var letter = Kept(Some.DeadLetter(Entities.Replies) with
        {
            Size = body.Length,
            Body = body,
            Description = "10 tries",
            Subject = "approved",
            TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            ReplayOf = "e677d19fa7ff-0123456789abcdef",
        });

        await book.KeepAsync(letter, Token);

        var found = (await book.FindAsync(letter.Id, Token))!;
        Assert.Equal(letter.Letter with { Body = default }, found.Letter with { Body = default });
        Assert.Equal(body, found.Letter.Body.ToArray());
        Assert.Equal(letter.Refusal!.Problems, found.Refusal!.Problems);
        Assert.Equal((letter.DrainedAt, LetterState.Open, true), (found.DrainedAt, found.State, found.IsWhole));
        Assert.Null(await book.FindAsync("e677d19fa7ff-0123456789abcdef", Token));
    }

    [Fact]
    public async Task KeepingALetterAgainChangesNothing()
    {
        var book = await CreateAsync();
        var letter = Kept(Some.DeadLetter());
        await book.KeepAsync(letter, Token);
        Assert.True(await book.TryHandleAsync(letter, new(LetterState.Dismissed, "approver-1", Some.Now, "Known."), Token));

        await book.KeepAsync(letter with { DrainedAt = Some.Now.AddHours(1) }, Token);

        var found = Assert.Single(await book.ListAsync(null, null, 10, Token));
        Assert.Equal((Some.Now, LetterState.Dismissed, "Known."), (found.DrainedAt, found.State, found.Handling!.Reason));
    }

    [Fact]
    public async Task TheNewestComesFirstNoMoreThanAskedForAndTheRestFromThereOn()
    {
        var book = await CreateAsync();
        foreach (var minute in new[] { 2, 0, 3, 1 })
            await book.KeepAsync(Kept(Some.DeadLetter() with { EnqueuedAt = Some.Now.AddMinutes(minute) }), Token);

        var newest = await book.ListAsync(null, null, 3, Token);

        Assert.Equal([3, 2, 1], newest.Select(Minute));
        Assert.Equal([0], (await book.ListAsync(LetterState.Open, newest[^1].Id, 3, Token)).Select(Minute));
    }

    [Fact]
    public async Task OfTwoDecisionsOnTheSameReadingOneCounts()
    {
        var book = await CreateAsync();
        var letter = Kept(Some.DeadLetter());
        await book.KeepAsync(letter, Token);

        var decided = await Task.WhenAll(
            book.TryHandleAsync(letter, new(LetterState.Replayed, "approver-1", Some.Now), Token),
            book.TryHandleAsync(letter, new(LetterState.Dismissed, "approver-2", Some.Now, "Known."), Token));

        Assert.Single(decided, taken => taken);
        Assert.False(await book.TryHandleAsync(Kept(Some.DeadLetter()), new(LetterState.Replayed, "approver-1", Some.Now), Token));
    }

    [Fact]
    public async Task LettersAreFoundByState()
    {
        var book = await CreateAsync();
        var letters = new[] { Entities.Sms, Entities.Sms, Entities.Replies, Entities.Email }.Select(entity => Kept(Some.DeadLetter(entity))).ToList();
        foreach (var letter in letters)
            await book.KeepAsync(letter, Token);
        var replayed = new LetterHandling(LetterState.Replayed, "approver-1", Some.Now);
        await book.TryHandleAsync(letters[0], replayed, Token);
        await book.TryHandleAsync(letters[2], replayed, Token);
        await book.TryHandleAsync(letters[2] with { Handling = replayed }, replayed with { SentAt = Some.Now }, Token);

        Assert.Equal([letters[0].Id], (await book.UnsentAsync(Token)).Select(letter => letter.Id));
        Assert.Equal(2, (await book.ListAsync(LetterState.Replayed, null, 10, Token)).Count);
        Assert.Empty(await book.ListAsync(LetterState.Dismissed, null, 10, Token));
        Assert.Equal([(Entities.Email, 1), (Entities.Sms, 1)], (await book.CountOpenAsync(Token)).Select(pair => (pair.Key, pair.Value)).Order());
    }

    private static double Minute(KeptLetter letter) => (letter.Letter.EnqueuedAt - Some.Now).TotalMinutes;

    private static KeptLetter Kept(DeadLetter letter) => new(
        KeptLetter.IdOf(letter), letter, Some.Now, new(letter.Entity, letter.MessageId, Some.Now, [Problem.Invalid("level-range", "level", "Give a level from 1 to 5.")]));
}
