using Alerting.Bus;
using Alerting.Declarations;
using Alerting.Outbox;
using Alerting.Testing;
using Alerting.Tests.Declarations;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alerting.Tests.Outbox;

public sealed class OutboxPublisherTests
{
    private readonly Desk desk = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WithoutABrokerADecisionStillStandsAndItsMessageStays()
    {
        desk.Bus.GoDown();

        var approved = await desk.ApprovedAsync();

        Assert.Equal(DeclarationState.Approved, approved.State);
        Assert.Equal([$"{approved.Id}.proposed", $"{approved.Id}.approved"], await PendingAsync());
    }

    [Fact]
    public async Task TheSweepSendsWhatWasLeftOnceTheBrokerIsBack()
    {
        desk.Bus.GoDown();
        await desk.ApprovedAsync();
        desk.Bus.ComeUp();
        desk.Clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(2, await desk.Publisher.SweepAsync(Token));
        Assert.Equal(["proposed", "approved"], desk.Bus.Sent(Entities.Declarations).Select(message => message.Subject));
        Assert.Empty(await PendingAsync());
        Assert.Equal(0, await desk.Publisher.SweepAsync(Token));
    }

    [Fact]
    public async Task TheSweepLeavesYoungMessagesToTheirRequest()
    {
        desk.Bus.GoDown();
        await desk.ProposedAsync();
        desk.Bus.ComeUp();
        desk.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(0, await desk.Publisher.SweepAsync(Token));
        Assert.Single(await PendingAsync());
    }

    [Fact]
    public async Task TheSweepGivesUpAfterThreeFailures()
    {
        desk.Bus.GoDown();
        for (var count = 0; count < 5; count++)
            await desk.ProposedAsync();
        desk.Clock.Advance(TimeSpan.FromSeconds(6));
        var bus = new BrokenBus();

        Assert.Equal(0, await Publisher(bus).SweepAsync(Token));
        Assert.Equal(3, bus.Calls);
        Assert.Equal(5, (await PendingAsync()).Count());
    }

    [Fact]
    public async Task AMessageThatTheBrokerWillNotTakeDoesNotHoldUpTheOthers()
    {
        desk.Bus.GoDown();
        var first = await desk.ProposedAsync();
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await desk.ProposedAsync();
        desk.Clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(1, await Publisher(new BrokenBus($"{first.Id}.proposed")).SweepAsync(Token));
        Assert.Equal([$"{first.Id}.proposed"], await PendingAsync());
    }

    [Fact]
    public async Task ABrokerThatHangsKeepsTheCallerFiveSecondsAtMost()
    {
        var publishing = Publisher(new HangingBus()).PublishAsync(Some.Outbox(Some.Declaration()));
        Assert.False(publishing.IsCompleted);

        desk.Clock.Advance(TimeSpan.FromSeconds(5));

        await publishing.WaitAsync(TimeSpan.FromSeconds(30), Token);
    }

    [Fact]
    public async Task AStoppedSweepSaysSo()
    {
        desk.Bus.GoDown();
        await desk.ProposedAsync();
        desk.Clock.Advance(TimeSpan.FromSeconds(6));
        using var stop = new CancellationTokenSource();
        var sweeping = Publisher(new HangingBus()).SweepAsync(stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sweeping);
    }

    private OutboxPublisher Publisher(IBus bus) => new(bus, desk.Store, desk.Clock, NullLogger<OutboxPublisher>.Instance);

    private async Task<IEnumerable<string>> PendingAsync() =>
        (await desk.Store.PendingAsync(DateTimeOffset.MaxValue, 100, Token)).Select(message => message.MessageId);

    /// <summary>Refuses one message, or all.</summary>
    private sealed class BrokenBus(string? only = null) : IBus
    {
        public int Calls { get; private set; }

        public Task SendAsync(string entity, IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken)
        {
            Calls++;
            return only is null || messages.Any(message => message.MessageId == only)
                ? throw new BusUnavailableException("The broker refused.")
                : Task.CompletedTask;
        }

        public Task<int> DrainDeadLettersAsync(
            string entity, int limit, Func<DeadLetter, CancellationToken, Task> keep, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }

    private sealed class HangingBus : IBus
    {
        public Task SendAsync(string entity, IReadOnlyList<BusMessage> messages, CancellationToken cancellationToken) =>
            Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);

        public Task<int> DrainDeadLettersAsync(
            string entity, int limit, Func<DeadLetter, CancellationToken, Task> keep, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }
}
