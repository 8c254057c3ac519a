using Alerting.Delivery.Batches;
using Alerting.Testing;

namespace Alerting.Tests.Delivery.Turns;

/// <summary>People are still being called for an old alert, and a newer one has people to call.</summary>
public sealed class OvertakingCallsTests
{
    // What the tables are asked after they were asked for the counts, counted in halves.
    private const int ReadingPlan = 2;
    private const int Claiming = 4;

    private readonly OvertakingScene scene = new();
    private readonly RecordingVoiceProvider provider = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IEnumerable<BatchId> Order => provider.Taken.Select(item => item.Call.Batch);

    [Fact]
    public async Task WhoeverIsCalledForTheOldAlertBeginsWithTheRoundsOfTheNewOneWhateverTheirNumbers()
    {
        var (_, texts) = await scene.AlertAsync(1, 1, size: 1);
        var (_, newer) = await scene.AlertAsync(2, 3, size: 1);
        var old = await scene.CallAsync(texts[0], 1);
        BatchId[] young = [await scene.CallAsync(newer[1], 1), await scene.CallAsync(newer[2], 2)];

        await scene.CallingProcess(provider).DeliverAsync(old, Token);

        Assert.Equal([.. young, old], Order);
    }

    [Fact]
    public async Task TheOldAlertDoesNotOvertakeTheNewOne()
    {
        var (_, texts) = await scene.AlertAsync(1, 1, size: 1);
        var (_, newer) = await scene.AlertAsync(2, 1, size: 1);
        await scene.CallAsync(texts[0], 1);
        var young = await scene.CallAsync(newer[0], 1);

        await scene.CallingProcess(provider).DeliverAsync(young, Token);

        Assert.Equal([young], Order);
    }

    [Fact]
    public async Task ARoundThatAnotherProcessHasBegunIsLeftToIt()
    {
        var (_, texts) = await scene.AlertAsync(1, 1, size: 1);
        var (_, newer) = await scene.AlertAsync(2, 2, size: 1);
        var old = await scene.CallAsync(texts[0], 1);
        BatchId[] young = [await scene.CallAsync(newer[0], 1), await scene.CallAsync(newer[1], 1)];
        Assert.True(await scene.Store.TryClaimAsync(new(young[0], 1, scene.Clock.GetUtcNow(), scene.Clock.GetUtcNow().AddMinutes(2)), Token));

        await scene.CallingProcess(provider).DeliverAsync(old, Token);

        Assert.Equal([young[1], old], Order);
    }

    [Theory]
    [InlineData(ReadingPlan)]
    [InlineData(Claiming)]
    public async Task ARoundThatAnOutageKeptBackIsTakenOnByTheNextWhoIsCalled(int half)
    {
        var (_, texts) = await scene.AlertAsync(1, 2, size: 1);
        var (_, newer) = await scene.AlertAsync(2, 1, size: 1);
        BatchId[] old = [await scene.CallAsync(texts[0], 1), await scene.CallAsync(texts[1], 1)];
        var young = await scene.CallAsync(newer[0], 1);
        var process = scene.CallingProcess(provider);
        scene.Tables.FailAt(half);
        await Assert.ThrowsAsync<IOException>(() => process.DeliverAsync(old[0], Token));
        Assert.Equal([old[0]], Order);

        await process.DeliverAsync(old[1], Token);

        Assert.Equal([old[0], young, old[1]], Order);
    }

    [Fact]
    public async Task ARoundThatIsPlannedMeanwhileIsSeenASecondLater()
    {
        var (_, texts) = await scene.AlertAsync(1, 3, size: 1);
        var (_, newer) = await scene.AlertAsync(2, 1, size: 1);
        BatchId[] old = [await scene.CallAsync(texts[0], 1), await scene.CallAsync(texts[1], 1), await scene.CallAsync(texts[2], 1)];
        var process = scene.CallingProcess(provider);
        await process.DeliverAsync(old[0], Token);
        var young = await scene.CallAsync(newer[0], 1);
        await process.DeliverAsync(old[1], Token);
        scene.Clock.Advance(TimeSpan.FromSeconds(1));

        await process.DeliverAsync(old[2], Token);

        Assert.Equal([old[0], old[1], young, old[2]], Order);
    }
}
