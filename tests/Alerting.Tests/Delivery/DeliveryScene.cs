using Alerting.Declarations;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Providers;
using Alerting.Readiness;
using Alerting.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Alerting.Tests.Delivery;

/// <summary>One approved declaration, one planned batch of text messages, and everything around them in memory.</summary>
internal sealed class DeliveryScene
{
    public DeliveryScene(int recipients = 10, DeliveryOptions? options = null)
    {
        Options = options ?? new() { SmsChunk = 4 };
        Declaration = Some.Approved() with { Until = null };
        Batch = Some.Batch(recipients, Declaration.Id) with { PlannedAt = Clock.GetUtcNow() };
        Crashing = new(Store);
        Provider = new(Clock);
        Book = new(Crashing, new AddressWatch(Addresses, Clock));
        Other = new(Clock, "two");
    }

    public FakeTimeProvider Clock { get; } = new(Some.Now);

    public DeliveryOptions Options { get; }

    public Declaration Declaration { get; }

    public DeliveryBatch Batch { get; }

    public InMemoryDeclarationStore Declarations { get; } = new();

    public InMemoryDeliveryStore Store { get; } = new();

    public CrashingDeliveryStore Crashing { get; }

    public InMemoryAddressWords Addresses { get; } = new();

    public BatchBook Book { get; }

    public InMemoryBus Bus { get; } = new();

    public RecordingSmsProvider Provider { get; }

    /// <summary>The second provider; in use when <see cref="SharesTheLoad"/>.</summary>
    public RecordingSmsProvider Other { get; }

    public bool SharesTheLoad { get; init; }

    /// <summary>What chooses between the two: 0 is the first, 0.9 the second; by turns when left alone.</summary>
    public Func<double>? Dice { get; set; }

    public InMemoryShifts Shifts { get; } = new();

    /// <summary>What both providers took.</summary>
    public IReadOnlyList<SmsMessage> Taken => [.. Provider.Taken, .. Other.Taken];

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<DeliveryScene> PlannedAsync(int recipients = 10, DeliveryOptions? options = null, bool sharesTheLoad = false)
    {
        var scene = new DeliveryScene(recipients, options) { SharesTheLoad = sharesTheLoad };
        await scene.AddAsync(scene.Declaration);
        await scene.Store.TryPlanAsync(scene.Batch, Token);
        return scene;
    }

    public async Task AddAsync(Declaration declaration)
    {
        var head = await Declarations.ReadHeadAsync(Token);
        Assert.True(await Declarations.TryCommitAsync(head, Some.Commit(head, declaration), Token));
    }

    /// <summary>Time passes while a provider answers, and the answer is what the provider makes of it.</summary>
    public SendOutcome? Pass(TimeSpan time)
    {
        Clock.Advance(time);
        return null;
    }

    /// <summary>A new worker, as after a restart, does what there is to do.</summary>
    public Task DeliverAsync() => Worker().DeliverAsync(Batch.Id, Token);

    /// <summary>A process that has just started.</summary>
    public BatchDelivery Worker() => new(
        new SmsChannel(Providers(), new CodeOnlyTexts(), Options, Clock),
        Crashing,
        Book,
        new DeclarationWatch(Declarations, Clock),
        Bus,
        new BatchPace(Options, Clock));

    /// <summary>The providers as a process knows them that has just started.</summary>
    public SmsProviders Providers() => new(
        SharesTheLoad ? [Provider, Other] : [Provider], Shifts, new() { LeastFailures = 50 }, Options.SmsConcurrency, Clock, Dice ?? InTurn());

    /// <summary>Waits for the claim to end, as the message scheduled for then does.</summary>
    public void PassClaim() => Clock.Advance(Options.ClaimLease);

    public async Task<BatchState> StateAsync() => BatchState.Of((await Store.ReadAsync(Batch.Id, Token))!);

    public void AssertEveryoneWasToldOnce()
    {
        Assert.Equal(Batch.Recipients.Count, Taken.Count);
        Assert.Equal(Batch.Recipients.Count, Taken.DistinctBy(message => message.To).Count());
    }

    private static Func<double> InTurn()
    {
        var turn = 0;
        return () => Interlocked.Increment(ref turn) % 2 * 0.9;
    }
}
