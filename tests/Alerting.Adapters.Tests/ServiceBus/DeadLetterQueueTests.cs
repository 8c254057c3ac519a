using Alerting.Adapters.ServiceBus;
using Alerting.Bus;
using Alerting.Testing;
using Xunit;

namespace Alerting.Adapters.Tests.ServiceBus;

/// <summary>What the broker of the local stack has given up, taken over.</summary>
public sealed class DeadLetterQueueTests : IAsyncLifetime
{
    private Broker broker = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => broker = await Broker.StartAsync();

    public ValueTask DisposeAsync() => broker.DisposeAsync();

    [Fact]
    public async Task ADeadLetterIsTakenOverWithAllThatMatters()
    {
        var begun = TimeProvider.System.GetUtcNow();
        await using var bus = broker.Connect();
        const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        const string Letter = "e677d19fa7ff-0123456789abcdef";
        await bus.SendAsync("plain", [new("poison", "12345"u8.ToArray()) { Subject = "approved", ContentType = "text/plain", TraceParent = Trace, ReplayOf = Letter }], Token);
        await broker.DeadLetterAsync("plain", "schema-version");

        var letter = Assert.Single(await DrainAsync(bus, "plain"));

        Assert.Equal(("plain", "poison", "schema-version", "test"), (letter.Entity, letter.MessageId, letter.Reason, letter.Description));
        Assert.Equal(("approved", "text/plain", Trace, Letter), (letter.Subject, letter.ContentType, letter.TraceParent, letter.ReplayOf));
        Assert.Equal("12345"u8.ToArray(), letter.Body.ToArray());
        Assert.Equal(5, letter.Size);
        Assert.InRange(letter.EnqueuedAt, begun.AddSeconds(-1), TimeProvider.System.GetUtcNow().AddSeconds(1));
    }

    [Fact]
    public async Task DeadLettersAreTakenOldestFirstAndOnce()
    {
        await using var bus = broker.Connect();
        await DeadLetterAsync(bus, "poison-1", "poison-2", "poison-3");

        Assert.Equal(["poison-1", "poison-2"], (await DrainAsync(bus, "plain", 2)).Select(letter => letter.MessageId));
        Assert.Equal(["poison-3"], (await DrainAsync(bus, "plain")).Select(letter => letter.MessageId));
        Assert.Empty(await DrainAsync(bus, "plain"));
        Assert.Empty(await DrainAsync(bus, "declarations/Subscriptions/approved"));
        await Assert.ThrowsAsync<BusUnavailableException>(() => DrainAsync(bus, "no-such-queue"));
    }

    [Fact]
    public async Task ADeadLetterThatCannotBeKeptStaysAndComesAgain()
    {
        await using var bus = broker.Connect();
        await DeadLetterAsync(bus, "poison-1", "poison-2", "poison-3");

        await Assert.ThrowsAsync<InvalidOperationException>(() => bus.DrainDeadLettersAsync(
            "plain", 10, (letter, _) => letter.MessageId == "poison-2" ? throw new InvalidOperationException("The storage is down.") : Task.CompletedTask, Token));

        Assert.Equal(["poison-2", "poison-3"], (await DrainAsync(bus, "plain")).Select(letter => letter.MessageId));
    }

    private async Task DeadLetterAsync(AmqpBus bus, params string[] ids)
    {
        foreach (var id in ids)
        {
            await bus.SendAsync("plain", [Some.BusMessage(id)], Token);
            await broker.DeadLetterAsync("plain", "not-json");
        }
    }

    private static async Task<List<DeadLetter>> DrainAsync(AmqpBus bus, string entity, int limit = 10)
    {
        var letters = new List<DeadLetter>();
        var count = await bus.DrainDeadLettersAsync(entity, limit, (letter, _) =>
        {
            letters.Add(letter);
            return Task.CompletedTask;
        }, Token);
        Assert.Equal(letters.Count, count);
        return letters;
    }
}
