using Alerting.Bus;
using Alerting.Calls;
using Alerting.Declarations;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Providers;
using Alerting.Delivery.Receipts;
using Alerting.Levels;
using Alerting.Testing;
using Alerting.Tests.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Alerting.Tests.Calls;

/// <summary>A batch of text messages, the calls that follow it, and a broker whose messages are worked off as their time comes.</summary>
internal sealed class CallScene
{
    private readonly HashSet<(string Queue, string Id)> done = [];

    private CallScene(DeliveryScene texts, CallOptions options)
    {
        Texts = texts;
        Options = options;
        Provider = new(texts.Clock);
        Other = new(texts.Clock, "two");
    }

    public DeliveryScene Texts { get; }

    public CallOptions Options { get; }

    public RecordingVoiceProvider Provider { get; }

    /// <summary>The second provider; in use when the text messages are shared, and chosen by the same dice.</summary>
    public RecordingVoiceProvider Other { get; }

    public FakeTimeProvider Clock => Texts.Clock;

    public static async Task<CallScene> PlannedAsync(int recipients = 4, Level level = Level.Critical, CallOptions? options = null, bool sharesTheLoad = false)
    {
        var texts = new DeliveryScene(recipients, new() { SmsChunk = 2 }) { SharesTheLoad = sharesTheLoad };
        await texts.AddAsync(texts.Declaration with { Level = level });
        await texts.Store.TryPlanAsync(texts.Batch, DeliveryScene.Token);
        return new(texts, options ?? new() { Chunk = 2 });
    }

    /// <summary>Sends the text messages, as the function does, by a new worker.</summary>
    public async Task DeliverAsync()
    {
        await Texts.DeliverAsync();
        await PlanAsync();
    }

    /// <summary>A new planner looks.</summary>
    public Task PlanAsync() => PlanAsync(Texts.Batch.Id);

    /// <summary>A new planner looks at the text messages of any batch.</summary>
    public Task PlanAsync(BatchId texts) =>
        new CallPlanner(new(Texts.Declarations, Clock), Texts.Crashing, Texts.Bus, Pace, Options).PlanAsync(texts, DeliveryScene.Token);

    /// <summary>Works off every message of the broker whose time has come; each once.</summary>
    public async Task WorkAsync()
    {
        while (Due().FirstOrDefault() is { Queue: { } queue } next && done.Add((queue, next.Message.MessageId)))
        {
            Assert.True(BatchMessage.TryRead(next.Message.Body.Span, out var batch));
            if (queue == Entities.Voice)
                await CallAsync(batch.Value);
            else
                await PlanAsync(batch.Value);
        }
    }

    /// <summary>A new worker makes the calls of every round that follows a batch of text messages.</summary>
    public async Task CallAllAsync(BatchId texts)
    {
        for (var number = 1; await Texts.Store.FindPlanAsync(texts.Calls(number), DeliveryScene.Token) is { } round; number++)
            await CallAsync(round.Id);
    }

    /// <summary>A new worker makes the calls of a round.</summary>
    /// <param name="round">The round.</param>
    /// <param name="confirmations">Where it looks who has confirmed.</param>
    public async Task CallAsync(BatchId round, IDeliveryStore? confirmations = null)
    {
        using var channel = new VoiceChannel(Providers(), new CodeOnlyTexts(), new(confirmations ?? Texts.Crashing, Clock), Options, Clock);
        await new BatchDelivery(channel, Texts.Crashing, Texts.Book, new(Texts.Declarations, Clock), Texts.Bus, Pace).DeliverAsync(round, DeliveryScene.Token);
    }

    /// <summary>The provider reports the end of calls, and whoever writes it down looks again.</summary>
    public async Task ReportAsync(ReceiptKind kind, string? code, params IEnumerable<VoiceCall> calls)
    {
        Receipt[] receipts = [.. calls.Select(call => new Receipt(call.Batch, call.Index, kind, Clock.GetUtcNow(), IdOf(call), code))];
        await new ReceiptBook(Texts.Store, Texts.Book).RecordAsync(receipts, DeliveryScene.Token);
        foreach (var texts in CallPlanner.Touched(receipts))
            await PlanAsync(texts);
    }

    /// <summary>Somebody presses the key in a call.</summary>
    public Task PressAsync(VoiceCall call) =>
        new ReceiptBook(Texts.Store, Texts.Book).AcknowledgeAsync([new(call.Batch, call.Index, Clock.GetUtcNow(), $"key-{call.Batch}-{call.Index}")], DeliveryScene.Token);

    /// <summary>Somebody answers his text message.</summary>
    public Task AnswerAsync(int index) =>
        new ReceiptBook(Texts.Store, Texts.Book).AcknowledgeAsync([new(Texts.Batch.Id, index, Clock.GetUtcNow(), $"SM-answer-{index}")], DeliveryScene.Token);

    private VoiceProviders Providers() => new(
        Texts.SharesTheLoad ? [Provider, Other] : [Provider], Texts.Providers(), new() { LeastFailures = 50 }, Options.Concurrency, Clock, Texts.Dice);

    private string IdOf(VoiceCall call) => Provider.Taken.Concat(Other.Taken).First(item => item.Call.Batch == call.Batch && item.Call.Index == call.Index).Id;

    private BatchPace Pace => new(Texts.Options, Clock);

    private IEnumerable<(string? Queue, BusMessage Message)> Due() =>
        from queue in new[] { Entities.Voice, Entities.PlanCalls }
        from message in Texts.Bus.Sent(queue)
        where !done.Contains((queue, message.MessageId)) && !(message.NotBefore > Clock.GetUtcNow())
        select (queue, message);
}
