using System.Collections.Concurrent;
using Alerting.Declarations;
using Alerting.Delivery;
using Alerting.Delivery.Providers;
using Alerting.Directory;
using Alerting.Readiness;
using Alerting.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Alerting.Tests.Delivery;

/// <summary>An alert of thousands is under way at a slow provider, and another one is approved.</summary>
public sealed class OvertakingTests
{
    private const int OldBatches = 30;
    private readonly FakeTimeProvider clock = new(Some.Now);
    private readonly InMemoryDeclarationStore declarations = new();
    private readonly InMemoryDeliveryStore store = new();
    private readonly SteppedProvider provider = new();
    private readonly DeliveryOptions options = new() { SmsConcurrency = 8, SmsChunk = 50 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheNewAlertIsSentBeforeTheTailOfTheOldOne()
    {
        var engine = new BatchDelivery(
            new SmsChannel(new SmsProviders([provider], new InMemoryShifts(), new(), options.SmsConcurrency, clock), new CodeOnlyTexts(), options, clock),
            store, new BatchBook(store, new AddressWatch(new InMemoryAddressWords(), clock)), new DeclarationWatch(declarations, clock), new InMemoryBus(), new BatchPace(options, clock));
        var old = await AlertAsync(Some.Approved(1));
        var running = (await PlanAsync(old, OldBatches)).ConvertAll(batch => engine.DeliverAsync(batch, Token));
        await provider.AnswerAsync(200, Token);

        // In this order: otherwise a send of the old alert may take a fresh picture without the new one.
        var young = await AlertAsync(Some.Approved(2));
        clock.Advance(DeclarationWatch.Freshness);
        var overtaking = (await PlanAsync(young, 2)).ConvertAll(batch => engine.DeliverAsync(batch, Token));
        while (!Task.WhenAll(overtaking).IsCompleted)
            await provider.AnswerAsync(1, Token);

        // In the order of arrival all 3,000 would have gone before; now it is what was in hand, and a little that slipped through.
        var order = provider.Answered.ToList();
        var last = order.FindLastIndex(batch => batch.Alert == young.Id);
        Assert.InRange(order.Take(last).Count(batch => batch.Alert == old.Id), 200, OldBatches * 100 / 2);
        await provider.AnswerAsync(((OldBatches + 2) * 100) - order.Count, Token);
        await Task.WhenAll(running);
        Assert.Equal((OldBatches + 2) * 100, provider.Answered.Count);
    }

    private async Task<Declaration> AlertAsync(Declaration declaration)
    {
        var head = await declarations.ReadHeadAsync(Token);
        Assert.True(await declarations.TryCommitAsync(head, Some.Commit(head, declaration with { Until = null, Scope = new(declaration.Scope.Type, $"PV{20 + declaration.Sequence}") }), Token));
        return declaration;
    }

    private async Task<List<BatchId>> PlanAsync(Declaration declaration, int count)
    {
        var batches = Enumerable.Range(0, count).Select(number => Some.Batch(100, declaration.Id, number: number)).ToList();
        foreach (var batch in batches)
            Assert.True(await store.TryPlanAsync(batch, Token));
        return batches.ConvertAll(batch => batch.Id);
    }

    /// <summary>A provider that answers one message when it is told to.</summary>
    private sealed class SteppedProvider : ISmsProvider
    {
        private readonly System.Threading.Channels.Channel<TaskCompletionSource> waiting =
            System.Threading.Channels.Channel.CreateUnbounded<TaskCompletionSource>();

        private readonly ConcurrentQueue<BatchId> answered = new();

        public string Name => "stepped";

        public int Weight => 1;

        public IReadOnlyCollection<BatchId> Answered => answered;

        public async Task AnswerAsync(int messages, CancellationToken cancellationToken)
        {
            for (var message = 0; message < messages; message++)
                (await waiting.Reader.ReadAsync(cancellationToken)).SetResult();
        }

        public async Task<SendOutcome> SendAsync(SmsMessage message, CancellationToken cancellationToken)
        {
            var step = new TaskCompletionSource();
            await waiting.Writer.WriteAsync(step, cancellationToken);
            await step.Task;
            answered.Enqueue(message.Batch);
            return new(SendKind.Sent, "SM1");
        }

        public Task<string?> FindSentAsync(Address to, string text, DateTimeOffset since, CancellationToken cancellationToken) => Task.FromResult<string?>(null);
    }
}
