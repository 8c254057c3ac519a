using Alerting.Declarations;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Testing;
using Alerting.Texts;

namespace Alerting.Tests.Delivery.Following;

/// <summary>A batch of an alert, and the batch of the correction or withdrawal that follows it.</summary>
internal sealed class SequelScene
{
    private SequelScene(DeliveryScene original, DeclarationKind kind)
    {
        Original = original;
        Declaration = Some.Approved(2) with
        {
            Kind = kind, Code = "9XYZ", Until = null, Original = OriginalStatement.Of(original.Declaration),
            Decision = new("approver-1", original.Clock.GetUtcNow(), null),
        };
        var batch = original.Batch;
        Batch = new(
            batch.Id.For(Declaration.Id),
            [.. batch.Recipients.Select((recipient, index) => recipient with { Former = [new(batch.Id, index)] })],
            original.Clock.GetUtcNow());
    }

    public DeliveryScene Original { get; }

    public Declaration Declaration { get; }

    public DeliveryBatch Batch { get; }

    /// <summary>Numbers that the provider took the original for, and those it took the sequel for, in order.</summary>
    public IEnumerable<string> ToldOriginal => Taken(Original.Batch);

    public IEnumerable<string> ToldSequel => Taken(Batch);

    public static async Task<SequelScene> AnnulledAsync(DeliveryScene original, DeclarationKind kind)
    {
        var scene = new SequelScene(original, kind);
        await original.AddAsync(scene.Declaration);
        await original.Store.TryPlanAsync(scene.Batch, DeliveryScene.Token);
        original.Clock.Advance(DeclarationWatch.Freshness);
        return scene;
    }

    /// <summary>A new worker takes the sequel up.</summary>
    public Task DeliverAsync() =>
        new BatchDelivery(
            new SmsChannel(Original.Providers(), new AlertTexts(), Original.Options, Original.Clock),
            Original.Crashing,
            Original.Book,
            new DeclarationWatch(Original.Declarations, Original.Clock),
            Original.Bus,
            new BatchPace(Original.Options, Original.Clock)).DeliverAsync(Batch.Id, DeliveryScene.Token);

    public async Task<BatchState> StateAsync() => BatchState.Of((await Original.Store.ReadAsync(Batch.Id, DeliveryScene.Token))!);

    private IEnumerable<string> Taken(DeliveryBatch batch) =>
        Original.Provider.Taken.Where(message => message.Batch == batch.Id).Select(message => message.To.Value);
}
