using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Turns;
using Alerting.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Alerting.Tests.Delivery.Turns;

public sealed class DoorwayTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly Turn Early = new(false, DeclarationStatus.Actual, 1, 2);
    private static readonly Turn Late = new(false, DeclarationStatus.Actual, 1, 1);
    private readonly FakeTimeProvider clock = new(Some.Now);
    private readonly Doorway doorway;

    public DoorwayTests() => doorway = new(1, clock);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AFreedPlaceGoesToTheBestTurn()
    {
        var place = await doorway.EnterAsync(Late, Token);
        var late = doorway.EnterAsync(Late, Token).AsTask();
        var early = doorway.EnterAsync(Early, Token).AsTask();

        place.Dispose();

        var next = await early.WaitAsync(Patience, Token);
        Assert.False(late.IsCompleted);
        next.Dispose();
        (await late.WaitAsync(Patience, Token)).Dispose();
    }

    [Fact]
    public async Task WhoHasBeenPassedOverForTooLongGoesBeforeTheBestTurn()
    {
        var place = await doorway.EnterAsync(Late, Token);
        var late = doorway.EnterAsync(Late, Token).AsTask();
        var early = doorway.EnterAsync(Early, Token).AsTask();
        place.Dispose();
        place = await early.WaitAsync(Patience, Token);
        early = doorway.EnterAsync(Early, Token).AsTask();
        clock.Advance(Doorway.Patience);

        place.Dispose();

        var next = await late.WaitAsync(Patience, Token);
        Assert.False(early.IsCompleted);
        next.Dispose();
        (await early.WaitAsync(Patience, Token)).Dispose();
    }

    [Fact]
    public async Task WhoGivesUpTakesNoPlace()
    {
        using var impatience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var place = await doorway.EnterAsync(Late, Token);
        var early = doorway.EnterAsync(Early, impatience.Token).AsTask();
        var late = doorway.EnterAsync(Late, Token).AsTask();
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => early.WaitAsync(Patience, Token));

        place.Dispose();

        (await late.WaitAsync(Patience, Token)).Dispose();
        Assert.True(doorway.EnterAsync(Late, Token).AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task NobodyWaitsAtADoorwayThatIsNoMore()
    {
        await doorway.EnterAsync(Late, Token);
        var late = doorway.EnterAsync(Late, Token).AsTask();

        doorway.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => late.WaitAsync(Patience, Token));
    }

    [Fact]
    public void ATurnIsReadFromTheBatchAndItsDeclaration()
    {
        var declaration = Some.Approved(7) with { Status = DeclarationStatus.Exercise };
        var texts = BatchId.Of(declaration.Id, Channel.Sms, 2, 34);

        Assert.Equal(new(false, DeclarationStatus.Exercise, 2, 7), Turn.Of(texts, declaration, isRepeat: false));
        Assert.Equal(new(true, DeclarationStatus.Exercise, 2, 7), Turn.Of(texts.Calls(1), declaration, isRepeat: true));
        Assert.Equal(3, BatchId.Of(declaration.Id, Channel.Email, 3, 12345).Tier);
    }

    public void Dispose() => doorway.Dispose();
}
