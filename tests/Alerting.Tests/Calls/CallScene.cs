using Alerting.Bus;
using Alerting.Calls;
using Alerting.Declarations;
using Alerting.Delivery;
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
    }

    public DeliveryScene Texts { get; }

    public CallOptions Options { get; }

    public RecordingVoiceProvider Provider { get; }

    public FakeTimeProvider Clock => Texts.Clock;

    public static async Task<CallScene> PlannedAsync(int recipients = 4, Level level = Level.Critical, CallOptions? options = null)
    {
        var texts = new DeliveryScene(recipients, new() { SmsChunk = 2 });
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
    public Task PlanAsync() =>
        new CallPlanner(new(Texts.Declarations, Clock), Texts.Crashing, Texts.Bus, Pace, Options).PlanAsync(Texts.Batch.Id, DeliveryScene.Token);

    /// <summary>Works off every message of the broker whose time has come; each once.</summary>
    public async Task WorkAsync()
    {
        while (Due().FirstOrDefault() is { Queue: { } queue } next && done.Add((queue, next.Message.MessageId)))
        {
            Assert.True(BatchMessage.TryRead(next.Message.Body.Span, out var batch));
            if (queue == Entities.Voice)
                await CallAsync(batch.Value);
            else
                await PlanAsync();
        }
    }

    /// <summary>A new worker makes the calls of a round.</summary>
    public async Task CallAsync(BatchId round)
    {
        using var channel = new VoiceChannel(Provider, new CodeOnlyTexts(), new(Texts.Crashing, Clock), Options, Clock);
        await new BatchDelivery(channel, Texts.Crashing, Texts.Book, new(Texts.Declarations, Clock), Texts.Bus, Pace).DeliverAsync(round, DeliveryScene.Token);
    }

    /// <summary>The provider reports the end of calls, and whoever writes it down looks again.</summary>
    public async Task ReportAsync(ReceiptKind kind, string? code, params IEnumerable<VoiceCall> calls)
    {
        Receipt[] receipts = [.. calls.Select(call => new Receipt(call.Batch, call.Index, kind, Clock.GetUtcNow(), $"CA-{call.Batch}-{call.Index}", code))];
        await new ReceiptBook(Texts.Store, Texts.Book).RecordAsync(receipts, DeliveryScene.Token);
        if (CallPlanner.Touched(receipts).Any())
            await PlanAsync();
    }

    /// <summary>Somebody presses the key in a call.</summary>
    public Task PressAsync(VoiceCall call) =>
        new ReceiptBook(Texts.Store, Texts.Book).AcknowledgeAsync([new(call.Batch, call.Index, Clock.GetUtcNow(), $"key-{call.Batch}-{call.Index}")], DeliveryScene.Token);

    /// <summary>Somebody answers his text message.</summary>
    public Task AnswerAsync(int index) =>
        new ReceiptBook(Texts.Store, Texts.Book).AcknowledgeAsync([new(Texts.Batch.Id, index, Clock.GetUtcNow(), $"SM-answer-{index}")], DeliveryScene.Token);

    private BatchPace Pace => new(Texts.Options, Clock);

    private IEnumerable<(string? Queue, BusMessage Message)> Due() =>
        from queue in new[] { Entities.Voice, Entities.PlanCalls }
        from message in Texts.Bus.Sent(queue)
        where !done.Contains((queue, message.MessageId)) && !(message.NotBefore > Clock.GetUtcNow())
        select (queue, message);
}
