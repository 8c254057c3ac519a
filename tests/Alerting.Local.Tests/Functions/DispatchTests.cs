using Alerting.Local.Functions.Envelopes;
using Alerting.Local.Functions.Loading;
using Alerting.Local.Functions.Queues;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alerting.Local.Tests.Functions;

public sealed class DispatchTests : IDisposable
{
    private readonly FakeSource source = new();
    private readonly FakeInvoker invoker = new();

    [Fact]
    public async Task SoManyMessagesAreInHandAtOnceAndNoMore()
    {
        var running = new SingleDispatch(Function(), Trigger(many: false), 2, Parts()).RunAsync(source, CancellationToken.None);
        source.Send(Messages(1, 3));

        var first = await invoker.NextAsync();
        var second = await invoker.NextAsync();
        Assert.Equal(0, source.Credit);
        Assert.False(invoker.HasMore);
        first.Succeed();
        var third = await invoker.NextAsync();
        second.Succeed();
        third.Succeed();

        source.End();
        await running;
        Assert.Equal(2, source.Credit);
    }

    [Fact]
    public async Task SuccessCompletesAndFailureAbandons()
    {
        var running = new SingleDispatch(Function(), Trigger(many: false), 1, Parts()).RunAsync(source, CancellationToken.None);
        source.Send(Messages(1, 2));

        (await invoker.NextAsync()).Succeed();
        var (completed, settlement) = await source.SettledAsync();
        Assert.Equal((1, Settlement.Complete), (Assert.Single(completed), settlement));
        (await invoker.NextAsync()).Fail();
        (var abandoned, settlement) = await source.SettledAsync();
        Assert.Equal((2, Settlement.Abandon), (Assert.Single(abandoned), settlement));

        source.End();
        await running;
    }

    [Fact]
    public async Task ABatchIsAllOrNothing()
    {
        source.Send(Messages(1, 3));
        var running = new BatchDispatch(Function(), Trigger(many: true), BatchSize.UpTo(10), Parts()).RunAsync(source, CancellationToken.None);

        (await invoker.NextAsync()).Fail();
        var (abandoned, settlement) = await source.SettledAsync();

        Assert.Equal([1, 2, 3], abandoned);
        Assert.Equal(Settlement.Abandon, settlement);
        source.End();
        await running;
    }

    [Fact]
    public async Task BatchesComeOneAtATimeAndNoLargerThanAllowed()
    {
        source.Send(Messages(1, 5));
        var running = new BatchDispatch(Function(), Trigger(many: true), BatchSize.UpTo(2), Parts()).RunAsync(source, CancellationToken.None);

        for (var size = 2; size > 0; size--)
        {
            var call = await invoker.NextAsync();
            Assert.False(invoker.HasMore);
            call.Succeed();
            // Two full batches, and one with what is left.
            Assert.Equal(size == 1 ? 1 : 2, (await source.SettledAsync()).Numbers.Count);
            if (size == 1)
                break;
            call = await invoker.NextAsync();
            call.Succeed();
            Assert.Equal(2, (await source.SettledAsync()).Numbers.Count);
        }
        source.End();
        await running;
    }

    [Fact]
    public async Task WhileABatchIsInHandNothingMoreIsAskedFor()
    {
        var running = new BatchDispatch(Function(), Trigger(many: true), BatchSize.UpTo(10), Parts()).RunAsync(source, CancellationToken.None);
        source.Send(Messages(1, 1));

        var call = await invoker.NextAsync();
        Assert.Equal(0, source.Credit);
        source.Send(Messages(2, 1));
        Assert.False(invoker.HasMore);
        call.Succeed();

        Assert.Equal([1], (await source.SettledAsync()).Numbers);
        (await invoker.NextAsync()).Succeed();
        Assert.Equal([2], (await source.SettledAsync()).Numbers);
        source.End();
        await running;
    }

    [Fact]
    public async Task ABatchWithAMinimumWaitsForItAndNoLonger()
    {
        source.Send(Messages(1, 2));
        var running = new BatchDispatch(Function(), Trigger(many: true), new(10, Enough: 3, Timeout.InfiniteTimeSpan), Parts()).RunAsync(source, CancellationToken.None);
        source.Send(Messages(3, 1));

        (await invoker.NextAsync()).Succeed();

        Assert.Equal([1, 2, 3], (await source.SettledAsync()).Numbers);
        source.End();
        await running;
    }

    [Fact]
    public async Task ABatchBelowItsMinimumGoesWhenThePatienceIsOver()
    {
        source.Send(Messages(1, 2));
        var running = new BatchDispatch(Function(), Trigger(many: true), new(10, Enough: 3, TimeSpan.FromMilliseconds(50)), Parts()).RunAsync(source, CancellationToken.None);

        (await invoker.NextAsync()).Succeed();

        Assert.Equal([1, 2], (await source.SettledAsync()).Numbers);
        source.End();
        await running;
    }

    internal static IEnumerable<ReceivedMessage> Messages(int first, int count) => Enumerable.Range(first, count)
        .Select(n => new ReceivedMessage(Guid.NewGuid(), 1, n) { Body = "{}"u8.ToArray(), LockedUntil = DateTimeOffset.MaxValue });

    private static ServiceBusTrigger Trigger(bool many) => new("message", "orders", "") { Many = many, BodyType = BodyType.Binary };

    private static Function Function() => new("Handle", Trigger(false), null, Disabled: false);

    private DispatchParts Parts() => new(
        invoker,
        new("Handle", NullLogger.Instance),
        new("Handle", TimeSpan.FromMinutes(5), TimeProvider.System, NullLogger.Instance),
        BrokerClient.For("localhost"),
        TimeProvider.System);

    public void Dispose() => source.Dispose();
}
