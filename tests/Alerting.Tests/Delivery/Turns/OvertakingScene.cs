using Alerting.Calls;
using Alerting.Declarations;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Providers;
using Alerting.Delivery.Turns;
using Alerting.Readiness;
using Alerting.Scopes;
using Alerting.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Alerting.Tests.Delivery.Turns;

/// <summary>Several alerts with their batches, and processes that deliver them.</summary>
internal sealed class OvertakingScene
{
    public FakeTimeProvider Clock { get; } = new(Some.Now);

    public InMemoryDeclarationStore Declarations { get; } = new();

    public InMemoryDeliveryStore Store { get; } = new();

    /// <summary>The same as the processes see it.</summary>
    public CrashingDeliveryStore Tables { get; }

    public OvertakingScene() => Tables = new(Store);

    public DeliveryOptions Options { get; init; } = new() { SmsConcurrency = 8, SmsChunk = 50 };

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Another process.</summary>
    public (BatchDelivery Delivery, Overtaking Overtaking) Process(ISmsProvider provider)
    {
        var channel = new SmsChannel(new SmsProviders([provider], new InMemoryShifts(), new(), Options.SmsConcurrency, Clock), new CodeOnlyTexts(), Options, Clock);
        var (watch, pace) = (new DeclarationWatch(Declarations, Clock), new BatchPace(Options, Clock));
        var delivery = new BatchDelivery(channel, Tables, new BatchBook(Tables, new AddressWatch(new InMemoryAddressWords(), Clock)), watch, new InMemoryBus(), pace);
        return (delivery, new(delivery, channel, watch, Tables, pace, Clock));
    }

    /// <summary>Another process, which calls.</summary>
    public Overtaking CallingProcess(IVoiceProvider provider)
    {
        var calls = new CallOptions();
        var sms = new SmsProviders([], new InMemoryShifts(), new(), Options.SmsConcurrency, Clock);
        var channel = new VoiceChannel(new([provider], sms, new(), calls.Concurrency, Clock), new CodeOnlyTexts(), new(Tables, Clock), calls, Clock);
        var (watch, pace) = (new DeclarationWatch(Declarations, Clock), new BatchPace(Options, Clock));
        return new(new(channel, Tables, new BatchBook(Tables, new AddressWatch(new InMemoryAddressWords(), Clock)), watch, new InMemoryBus(), pace), channel, watch, Tables, pace, Clock);
    }

    /// <summary>Plans a round of calls to everybody of a batch of text messages.</summary>
    public async Task<BatchId> CallAsync(BatchId texts, int round)
    {
        var plan = new DeliveryBatch(texts.Calls(round), (await Store.FindPlanAsync(texts, Token))!.Recipients, Clock.GetUtcNow());
        Assert.True(await Store.TryPlanAsync(plan, Token));
        await Store.KeepProgressAsync(BatchState.Of(new(plan, [], [], [], [])).Progress(), Token);
        return plan.Id;
    }

    /// <summary>An alert of so many batches in tier 1.</summary>
    /// <param name="sequence">A higher one is newer.</param>
    /// <param name="batches">How many batches are planned.</param>
    /// <param name="size">Recipients of each.</param>
    public async Task<(Declaration Alert, List<BatchId> Batches)> AlertAsync(long sequence, int batches, int size = 100)
    {
        var head = await Declarations.ReadHeadAsync(Token);
        var approved = Of(sequence);
        Assert.True(await Declarations.TryCommitAsync(head, Some.Commit(head, approved), Token));
        return (approved, await PlanAsync(approved, 0, batches, size));
    }

    /// <summary>An approved declaration without an end, in a province of its own.</summary>
    public static Declaration Of(long sequence) => Some.Approved(sequence) with { Until = null, Scope = new(ScopeType.Province, $"PV{20 + sequence}") };

    /// <summary>Plans further batches.</summary>
    public async Task<List<BatchId>> PlanAsync(Declaration alert, int from, int count, int size = 100)
    {
        var batches = Enumerable.Range(from, count).Select(number => Some.Batch(size, alert.Id, number: number)).ToList();
        foreach (var batch in batches)
            Assert.True(await Store.TryPlanAsync(batch, Token));
        return batches.ConvertAll(batch => batch.Id);
    }
}
