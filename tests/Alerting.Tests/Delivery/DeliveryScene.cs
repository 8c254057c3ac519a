using Alerting.Declarations;
using Alerting.Delivery;
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

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<DeliveryScene> PlannedAsync(int recipients = 10, DeliveryOptions? options = null)
    {
        var scene = new DeliveryScene(recipients, options);
        await scene.AddAsync(scene.Declaration);
        await scene.Store.TryPlanAsync(scene.Batch, Token);
        return scene;
    }

    public async Task AddAsync(Declaration declaration)
    {
        var head = await Declarations.ReadHeadAsync(Token);
        Assert.True(await Declarations.TryCommitAsync(head, Some.Commit(head, declaration), Token));
    }

    /// <summary>A new worker, as after a restart, does what there is to do.</summary>
    public Task DeliverAsync() =>
        new BatchDelivery(
            new SmsChannel(Provider, new CodeOnlyTexts(), Options, Clock),
            Crashing,
            Book,
            new DeclarationWatch(Declarations, Clock),
            Bus,
            new BatchPace(Options, Clock)).DeliverAsync(Batch.Id, Token);

    /// <summary>Waits for the claim to end, as the message scheduled for then does.</summary>
    public void PassClaim() => Clock.Advance(Options.ClaimLease);

    public async Task<BatchState> StateAsync() => BatchState.Of((await Store.ReadAsync(Batch.Id, Token))!);

    public void AssertEveryoneWasToldOnce()
    {
        Assert.Equal(Batch.Recipients.Count, Provider.Taken.Count);
        Assert.Equal(Batch.Recipients.Count, Provider.Taken.DistinctBy(message => message.To).Count());
    }
}
