using Alerting.Alerts;
using Alerting.Bus;
using Alerting.Declarations;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Providers;
using Alerting.Delivery.Receipts;
using Alerting.Directory;
using Alerting.Readiness;
using Alerting.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Alerting.Tests.Delivery;

/// <summary>A whole alert in memory: planner, queues, a process that sends, two providers of text messages, a mail server, and reports. Anybody can be killed.</summary>
internal sealed class AlertScene
{
    private readonly DeliveryOptions options = new() { SmsChunk = 2, EmailChunk = 2 };
    private readonly InMemoryDeclarationStore declarations = new();
    private readonly InMemoryDirectory directory = new();
    private readonly InMemoryDeliveryStore store = new();
    private readonly CrashingDeliveryStore crashing;
    private readonly InMemoryShifts shifts = new();
    private readonly InMemoryBus bus = new();
    private readonly HashSet<string> done = [];
    private readonly List<(string Address, DateTimeOffset At)> handed = [];
    private readonly List<IReadOnlyList<Receipt>> reported = [];
    private readonly List<IReadOnlyList<Receipt>> lostReports = [];
    private Dictionary<Channel, BatchDelivery> process;
    private (int Steps, Action Act)? interruption;

    private AlertScene()
    {
        crashing = new(store) { Meanwhile = Step };
        Providers = [new(Clock), new(Clock, "two")];
        process = Started(crashing);
        foreach (var provider in Providers)
            Mood(provider, null, takes: false);
        Mood(null, takes: false);
    }

    public FakeTimeProvider Clock { get; } = new(Some.Now);

    public Declaration Declaration { get; } = Some.Approved();

    public IReadOnlyList<RecordingSmsProvider> Providers { get; }

    public RecordingEmailProvider Mail { get; } = new();

    /// <summary>When somebody made another declaration or a withdrawal; null while nobody has.</summary>
    public DateTimeOffset? CutAt { get; private set; }

    /// <summary>A mail that cannot be asked for may be with the server, or not.</summary>
    public bool IsMailInDoubt { get; private set; }

    public bool IsMailLost { get; private set; }

    public bool IsCut => CutAt is not null || Clock.GetUtcNow() >= Declaration.Until;

    /// <summary>Every message that a provider was handed, and when.</summary>
    public IReadOnlyList<(string Address, DateTimeOffset At)> Handed => handed;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<AlertScene> ApprovedAsync()
    {
        var scene = new AlertScene();
        var shared = Some.Contact(2);
        await scene.directory.PutAsync(
            [
                Some.Body() with { Contacts = [Some.Contact(), shared] },
                Some.Body(),
                Some.Body(),
                Some.Body() with { Tier = 2, Contacts = [shared, Some.Contact(1)] },
                Some.Body() with { Tier = 3 },
                Some.Body() with { Place = "GM0014" },
            ],
            Token);
        await scene.AddAsync(scene.Declaration);
        return scene;
    }

    /// <summary>What a provider of text messages answers from now on; null takes everything.</summary>
    public void Mood(RecordingSmsProvider provider, SendKind? kind, bool takes)
    {
        provider.TakesUnknown = takes;
        provider.Answer = message => Hear(message.To, kind);
    }

    /// <summary>What the mail server answers from now on.</summary>
    public void Mood(SendKind? kind, bool takes)
    {
        IsMailInDoubt |= kind == SendKind.Unknown;
        IsMailLost |= kind == SendKind.Unknown && !takes;
        Mail.TakesUnknown = takes;
        Mail.Answer = message => Hear(message.To, kind);
    }

    /// <summary>The event of the approval is handed out, as often as nobody has dealt with it.</summary>
    public async Task PlanAsync(int? killedAt = null) =>
        await LivesAsync(killedAt, () => new AlertPlanner(directory, declarations, crashing, bus, Clock).PlanAsync(Declaration, Token));

    /// <summary>One of the messages that are due is handed out; it comes again when its worker is killed.</summary>
    public async Task DeliverAsync(int number, int? killedAt = null)
    {
        if (Due(number) is not var (channel, batch, message))
            return;
        if (await LivesAsync(killedAt, () => process[channel].DeliverAsync(batch, Token)))
        {
            done.Add(message);
            return;
        }

        IsMailInDoubt |= channel == Channel.Email;
        process = Started(crashing);
    }

    /// <summary>Another process, which nobody kills, takes one of the messages that are due; maybe the very one that is being worked on.</summary>
    public async Task DeliverElsewhereAsync(int number)
    {
        if (Due(number) is not var (channel, batch, message))
            return;
        await Started(store)[channel].DeliverAsync(batch, Token);
        done.Add(message);
    }

    /// <summary>Between two steps of the next work something happens.</summary>
    public void Interrupt(int steps, Action act) => interruption = (steps, act);

    public void PassClaim() => Clock.Advance(options.ClaimLease);

    /// <summary>The alert loses its reason: by a later declaration for the scope, a withdrawal, or its end.</summary>
    public async Task CutAsync(int number)
    {
        var now = Clock.GetUtcNow();
        if (IsCut)
            return;
        if (number % 3 == 0)
        {
            Clock.Advance(Declaration.Until!.Value - now);
            return;
        }

        var later = Some.Approved(2) with { EffectiveFrom = now, Decision = new("approver-1", now, null) };
        await AddAsync(number % 3 == 1 ? later : later with { Kind = DeclarationKind.Withdraw, Original = OriginalStatement.Of(Declaration) });
        CutAt = now;
    }

    /// <summary>A provider reports on something that it took, and somebody on what nobody sent. Comes again when its worker is killed.</summary>
    public async Task ReportAsync(int number, int? killedAt = null)
    {
        var taken = Taken();
        if (taken.Count == 0)
            return;
        var message = taken[number % taken.Count];
        var report = new Receipt(message.Batch, message.Index, (ReceiptKind)(number % 3), Clock.GetUtcNow(), $"SM{message.Index}");
        var unknown = BatchId.Of(Declaration.Id, Channel.Sms, 3, 77);
        await RecordAsync([report, report with { Batch = unknown }, report with { Index = 99 }, report with { Index = -1 }], killedAt);
    }

    /// <summary>A report comes once more, late.</summary>
    public async Task RepeatReportAsync(int number, int? killedAt = null)
    {
        if (reported.Count > 0)
            await RecordAsync(reported[number % reported.Count], killedAt);
    }

    /// <summary>Nobody is killed any more, everybody answers, and whatever waits is handed out when its time comes.</summary>
    public async Task SettleAsync()
    {
        foreach (var provider in Providers)
        {
            Mood(provider, null, takes: false);
            provider.CannotBeAsked = false;
        }

        Mood(null, takes: false);
        interruption = null;
        await PlanAsync();
        for (var steps = 0; Waiting() is { Count: > 0 } waiting; steps++)
        {
            Assert.True(steps < 200, "The messages never end.");
            var next = waiting.Min(one => one.Message.NotBefore ?? DateTimeOffset.MinValue);
            if (next > Clock.GetUtcNow())
                Clock.SetUtcNow(next);
            await DeliverAsync(0);
        }

        foreach (var report in lostReports.ToList())
            await RecordAsync(report, null);
    }

    public async Task<IReadOnlyList<string>> AudienceAsync(Channel channel) =>
        [.. Audience.Of(Declaration, await directory.ReadAsync(Token), channel).Select(addressee => addressee.Address.Value)];

    public IReadOnlyList<string> Told(Channel channel) =>
        channel == Channel.Email ? [.. Mail.Taken.Select(message => message.To.Value)] : [.. Taken().Select(message => message.To.Value)];

    public async Task<IReadOnlyList<BatchRecord>> RecordsAsync()
    {
        var records = new List<BatchRecord>();
        await foreach (var plan in store.ReadPlansAsync(Declaration.Id, Token))
            records.Add((await store.ReadAsync(plan.Id, Token))!);
        return records;
    }

    public async Task<IReadOnlyDictionary<BatchId, BatchProgress>> ProgressAsync() =>
        (await store.ReadProgressAsync(Declaration.Id, Token)).ToDictionary(progress => progress.Batch);

    private IReadOnlyList<SmsMessage> Taken() => [.. Providers.SelectMany(provider => provider.Taken)];

    private (Channel Channel, BatchId Batch, string Message)? Due(int number)
    {
        var due = Waiting().Where(one => one.Message.NotBefore is not { } start || start <= Clock.GetUtcNow()).ToList();
        if (due.Count == 0)
            return null;
        var (channel, message) = due[number % due.Count];
        Assert.True(BatchMessage.TryRead(message.Body.Span, out var batch));
        return (channel, batch.Value, message.MessageId);
    }

    private List<(Channel Channel, BusMessage Message)> Waiting() =>
        [.. Queue(Channel.Sms, Entities.Sms), .. Queue(Channel.Email, Entities.Email)];

    private IEnumerable<(Channel, BusMessage)> Queue(Channel channel, string entity) =>
        bus.Sent(entity).Where(message => !done.Contains(message.MessageId)).Select(message => (channel, message));

    // A worker lives on between its batches, and so does its picture of the declarations.
    private Dictionary<Channel, BatchDelivery> Started(IDeliveryStore kept)
    {
        var turn = 0;
        var shared = new SmsProviders(Providers, shifts, new() { LeastFailures = 50 }, options.SmsConcurrency, Clock, () => ++turn % 2 * 0.9);
        var (watch, pace) = (new DeclarationWatch(declarations, Clock), new BatchPace(options, Clock));
        return new()
        {
            [Channel.Sms] = new(new SmsChannel(shared, new CodeOnlyTexts(), options, Clock), kept, Book(kept), watch, bus, pace),
            [Channel.Email] = new(new EmailChannel(Mail, new CodeOnlyTexts(), options, Clock), kept, Book(kept), watch, bus, pace),
        };
    }

    private BatchBook Book(IDeliveryStore kept) => new(kept, new AddressWatch(new InMemoryAddressWords(), Clock));

    private async Task RecordAsync(IReadOnlyList<Receipt> receipts, int? killedAt)
    {
        reported.Add(receipts);
        if (!await LivesAsync(killedAt, () => new ReceiptBook(crashing, Book(crashing)).RecordAsync(receipts, Token)))
            lostReports.Add(receipts);
    }

    private async Task<bool> LivesAsync(int? killedAt, Func<Task> work)
    {
        if (killedAt is { } half)
            crashing.CrashAt(half);
        try
        {
            await work();
            return true;
        }
        catch (WorkerKilledException)
        {
            return false;
        }
        finally
        {
            crashing.StopCrashing();
        }
    }

    private SendOutcome? Hear(Address to, SendKind? kind)
    {
        handed.Add((to.Value, Clock.GetUtcNow()));
        Step();
        return kind is { } mood ? new(mood, Code: "mood") : null;
    }

    // What interrupts may itself write and be a step.
    private void Step()
    {
        if (interruption is not var (steps, act))
            return;
        interruption = steps > 0 ? (steps - 1, act) : null;
        if (steps == 0)
            act();
    }

    private async Task AddAsync(Declaration declaration)
    {
        var head = await declarations.ReadHeadAsync(Token);
        Assert.True(await declarations.TryCommitAsync(head, Some.Commit(head, declaration), Token));
    }
}
