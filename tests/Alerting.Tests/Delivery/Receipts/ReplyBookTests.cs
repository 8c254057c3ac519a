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

    private static Task<int> ReplyAsync(DeliveryScene scene, Address from, string text) =>
        new ReplyBook(scene.Declarations, scene.Store, new(scene.Store, scene.Book))
            .RecordAsync([new(from, text, Some.Now, "SM9")], DeliveryScene.Token);
}
