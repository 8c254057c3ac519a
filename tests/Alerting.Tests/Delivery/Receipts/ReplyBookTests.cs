using Alerting.Delivery.Receipts;
using Alerting.Directory;
using Alerting.Testing;

namespace Alerting.Tests.Delivery.Receipts;

public sealed class ReplyBookTests
{
    [Theory]
    [InlineData("7K3Q")]
    [InlineData("ok 7k3q, ontvangen")]
    [InlineData("\"7K3Q\"!")]
    public async Task AReplyWithTheCodeFromANumberThatWasToldIsAnAcknowledgement(string text)
    {
        var scene = await DeliveryScene.PlannedAsync(3);

        var known = await ReplyAsync(scene, scene.Batch.Recipients[1].Address, text);

        Assert.Equal(1, known);
        Assert.Equal(1, (await scene.StateAsync()).Progress().Acknowledged);
    }

    [Theory]
    [InlineData("ontvangen")]
    [InlineData("7K3QX")]
    [InlineData("")]
    public async Task AReplyWithoutTheCodeIsNoAcknowledgement(string text)
    {
        var scene = await DeliveryScene.PlannedAsync(3);
        Assert.Equal(0, await ReplyAsync(scene, scene.Batch.Recipients[1].Address, text));
    }

    [Fact]
    public async Task AReplyFromANumberThatWasNotToldIsNoAcknowledgement()
    {
        var scene = await DeliveryScene.PlannedAsync(3);
        Assert.Equal(0, await ReplyAsync(scene, new("+31970000000"), "7K3Q"));
    }

    [Fact]
    public async Task WhoIsPlannedBetweenTwoRepliesIsKnown()
    {
        var scene = await DeliveryScene.PlannedAsync(3);
        var book = BookOf(scene);
        Assert.Equal(1, await ReplyAsync(book, scene.Batch.Recipients[0].Address));

        var later = Some.Batch(alert: scene.Declaration.Id, number: 1);
        await scene.Store.TryPlanAsync(later, DeliveryScene.Token);

        Assert.Equal(1, await ReplyAsync(book, later.Recipients[2].Address));
    }

    [Fact]
    public async Task AFinishedPlanIsReadOnceForAllReplies()
    {
        var scene = await DeliveryScene.PlannedAsync(3);
        var book = BookOf(scene);
        await scene.Store.FinishPlanAsync(new(scene.Declaration.Id, Some.Now, 1, 3, 0, "1"), DeliveryScene.Token);
        Assert.Equal(1, await ReplyAsync(book, scene.Batch.Recipients[0].Address));

        // Nobody plans after the end of the planning; who did would show that it was read again.
        var never = Some.Batch(alert: scene.Declaration.Id, number: 1);
        await scene.Store.TryPlanAsync(never, DeliveryScene.Token);

        Assert.Equal(0, await ReplyAsync(book, never.Recipients[2].Address));
        Assert.Equal(1, await ReplyAsync(book, scene.Batch.Recipients[2].Address));
    }

    private static ReplyBook BookOf(DeliveryScene scene) => new(scene.Declarations, scene.Store, new(scene.Store, scene.Book));

    private static Task<int> ReplyAsync(DeliveryScene scene, Address from, string text) => ReplyAsync(BookOf(scene), from, text);

    private static Task<int> ReplyAsync(ReplyBook book, Address from, string text = "7K3Q") =>
        book.RecordAsync([new(from, text, Some.Now, "SM9")], DeliveryScene.Token);
}
