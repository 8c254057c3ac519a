using Alerting.Calls;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;
using Alerting.Testing;
using Alerting.Tests.Delivery;
using Alerting.Tests.Delivery.Following;

namespace Alerting.Tests.Calls;

/// <summary>How they hear of a correction or withdrawal who heard the alert by telephone only.</summary>
public sealed class CallSequelTests
{
    [Theory]
    [InlineData(DeclarationKind.Withdraw)]
    [InlineData(DeclarationKind.Correct)]
    public async Task WhoWasOnlyCalledIsCalledAgainOnceThatCallIsOver(DeclarationKind kind)
    {
        var scene = await OnFixedLineAsync();
        var call = Assert.Single(scene.Provider.Taken).Call;
        var sequel = await SequelScene.AnnulledAsync(scene.Texts, kind);
        await DeliverAsync(scene, sequel);
        Assert.Single(scene.Provider.Taken);

        await scene.ReportAsync(ReceiptKind.Delivered, null, call);
        await DeliverAsync(scene, sequel);

        Assert.Empty(scene.Texts.Provider.Taken);
        Assert.Equal([scene.Texts.Batch.Id.Alert, sequel.Declaration.Id], scene.Provider.Taken.Select(item => item.Call.Batch.Alert));
        Assert.Equal(("9XYZ", call.To), (scene.Provider.Taken[1].Call.Text, scene.Provider.Taken[1].Call.To));
    }

    [Fact]
    public async Task ACallOfWhichNobodyHeardAgainCountsAsHeard()
    {
        var scene = await OnFixedLineAsync();
        var sequel = await SequelScene.AnnulledAsync(scene.Texts, DeclarationKind.Withdraw);

        scene.Clock.Advance(CallRound.LongestCall);
        await DeliverAsync(scene, sequel);

        Assert.Equal(2, scene.Provider.Taken.Count);
    }

    [Fact]
    public async Task WhoseCallNobodyAnsweredHearsOfNoWithdrawal()
    {
        var scene = await OnFixedLineAsync();
        await scene.ReportAsync(ReceiptKind.Failed, "busy", scene.Provider.Taken[0].Call);
        var sequel = await SequelScene.AnnulledAsync(scene.Texts, DeclarationKind.Withdraw);

        await DeliverAsync(scene, sequel);

        Assert.Single(scene.Provider.Taken);
        Assert.Equal([DeliveryState.Superseded], (await sequel.StateAsync()).Deliveries);
    }

    [Fact]
    public async Task WhoWasNeverReachedIsCalledWithWhatIsRight()
    {
        var scene = await OnFixedLineAsync();
        await scene.ReportAsync(ReceiptKind.Failed, "busy", scene.Provider.Taken[0].Call);
        var sequel = await SequelScene.AnnulledAsync(scene.Texts, DeclarationKind.Correct);

        await DeliverAsync(scene, sequel);

        Assert.Equal(sequel.Declaration.Id, scene.Provider.Taken[^1].Call.Batch.Alert);
        Assert.Equal(2, scene.Provider.Taken.Count);
    }

    [Fact]
    public async Task WhoGetsTheTextMessageIsNotCalledAndWaitsForTheEndOfHisCall()
    {
        var scene = await CallScene.PlannedAsync(1);
        await scene.DeliverAsync();
        await scene.WorkAsync();
        var sequel = await SequelScene.AnnulledAsync(scene.Texts, DeclarationKind.Withdraw);
        await DeliverAsync(scene, sequel);
        Assert.Empty(sequel.ToldSequel);

        await scene.ReportAsync(ReceiptKind.Delivered, null, scene.Provider.Taken[0].Call);
        await DeliverAsync(scene, sequel);

        Assert.Single(sequel.ToldSequel);
        Assert.Single(scene.Provider.Taken);
    }

    [Fact]
    public async Task AfterAKillTheCallThatToldTheAlertIsNotTakenForTheOneThatTakesItBack()
    {
        var scene = await OnFixedLineAsync();
        await scene.ReportAsync(ReceiptKind.Delivered, null, scene.Provider.Taken[0].Call);
        var sequel = await SequelScene.AnnulledAsync(scene.Texts, DeclarationKind.Withdraw);
        await sequel.DeliverAsync();
        await scene.PlanAsync(sequel.Batch.Id);
        await scene.Texts.Store.TryClaimAsync(
            new(sequel.Batch.Id.Calls(1), 1, scene.Clock.GetUtcNow(), scene.Clock.GetUtcNow() + scene.Texts.Options.ClaimLease), DeliveryScene.Token);

        scene.Texts.PassClaim();
        await scene.CallAllAsync(sequel.Batch.Id);

        Assert.Equal(sequel.Declaration.Id, scene.Provider.Taken[^1].Call.Batch.Alert);
    }

    [Fact]
    public async Task AWithdrawalInDoubtIsAskedAboutAlsoWhileACallOfTheAlertIsTakenUp()
    {
        var scene = await CallScene.PlannedAsync(1);
        await scene.DeliverAsync();
        var sequel = await SequelScene.AnnulledAsync(scene.Texts, DeclarationKind.Withdraw);
        (scene.Texts.Provider.Answer, scene.Texts.Provider.TakesUnknown) = (_ => new(SendKind.Unknown, Code: "timeout"), true);
        await sequel.DeliverAsync();
        (scene.Texts.Provider.Answer, scene.Texts.Provider.TakesUnknown) = (_ => null, false);
        await TakeUpAsync(scene, scene.Texts.Batch.Id.Calls(1));
        scene.Clock.Advance(TimeSpan.FromSeconds(5));

        await sequel.DeliverAsync();
        scene.Texts.PassClaim();
        await scene.CallAllAsync(scene.Texts.Batch.Id);
        await sequel.DeliverAsync();

        Assert.Single(sequel.ToldSequel);
    }

    [Fact]
    public async Task AKillOverAWithdrawalAndACallOfTheAlertAtOnceTellsNobodyTwice()
    {
        for (var half = 0; half < 14; half++)
        {
            var scene = await CallScene.PlannedAsync(1);
            await scene.DeliverAsync();
            var sequel = await SequelScene.AnnulledAsync(scene.Texts, DeclarationKind.Withdraw);
            scene.Texts.Crashing.CrashAt(half);
            await Record.ExceptionAsync(sequel.DeliverAsync);
            scene.Texts.Crashing.StopCrashing();
            // The same worker had taken up the round a moment after the batch of the withdrawal.
            scene.Clock.Advance(TimeSpan.FromMilliseconds(300));
            await TakeUpAsync(scene, scene.Texts.Batch.Id.Calls(1));
            scene.Clock.Advance(scene.Texts.Options.ClaimLease - TimeSpan.FromMilliseconds(200));
            await sequel.DeliverAsync();
            scene.Clock.Advance(TimeSpan.FromSeconds(20));
            await scene.CallAllAsync(scene.Texts.Batch.Id);

            await sequel.DeliverAsync();

            Assert.Single(sequel.ToldSequel);
        }
    }

    private static Task TakeUpAsync(CallScene scene, BatchId batch) =>
        scene.Texts.Store.TryClaimAsync(new(batch, 1, scene.Clock.GetUtcNow(), scene.Clock.GetUtcNow() + scene.Texts.Options.ClaimLease), DeliveryScene.Token);

    // One whose number takes no text messages, being called.
    private static async Task<CallScene> OnFixedLineAsync()
    {
        var scene = await CallScene.PlannedAsync(1);
        scene.Texts.Provider.Answer = _ => new(SendKind.Rejected, Code: "21614");
        await scene.DeliverAsync();
        await scene.WorkAsync();
        return scene;
    }

    private static async Task DeliverAsync(CallScene scene, SequelScene sequel)
    {
        await sequel.DeliverAsync();
        await scene.PlanAsync(sequel.Batch.Id);
        await scene.CallAllAsync(sequel.Batch.Id);
    }
}
