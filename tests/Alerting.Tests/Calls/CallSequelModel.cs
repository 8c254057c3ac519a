using Alerting.Calls;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;
using Alerting.Directory;
using Alerting.Testing;
using Alerting.Tests.Delivery.Following;

namespace Alerting.Tests.Calls;

/// <summary>An alert that writes and calls, the withdrawal that follows it, and what everybody heard of both.</summary>
internal sealed class CallSequelModel
{
    private static readonly SendOutcome FixedLine = new(SendKind.Rejected, Code: "21614");
    private readonly HashSet<Address> fixedLines;
    private readonly HashSet<(BatchId, int)> ended = [];
    private readonly HashSet<(BatchId, int)> unanswered = [];
    private SendOutcome? mood;
    private SequelScene? sequel;

    public CallSequelModel(CallScene scene, int fixedLines)
    {
        Scene = scene;
        this.fixedLines = [.. scene.Texts.Batch.Recipients.Take(fixedLines).Select(recipient => recipient.Address)];
        scene.Texts.Provider.Answer = message => Tried(message.To, message.Batch) ?? (IsFixedLine(message.To) ? FixedLine : mood);
        scene.Provider.Answer = call => Tried(call.To, call.Batch) ?? mood;
    }

    public CallScene Scene { get; }

    public DeclarationId Original => Scene.Texts.Batch.Id.Alert;

    public DeclarationId? Withdrawal => sequel?.Declaration.Id;

    public bool IsFixedLine(Address number) => fixedLines.Contains(number);

    /// <summary>The alerts of the text messages that a number got.</summary>
    public IReadOnlyList<DeclarationId> TextsTo(Address number) =>
        [.. Scene.Texts.Provider.Taken.Where(message => message.To == number).Select(message => message.Batch.Alert)];

    /// <summary>The alerts of the calls that a number got, and whether they were reported as not answered.</summary>
    public IReadOnlyList<(DeclarationId Alert, bool Unanswered)> CallsTo(Address number) =>
        [.. Scene.Provider.Taken.Where(item => item.Call.To == number).Select(item => (item.Call.Batch.Alert, unanswered.Contains((item.Call.Batch, item.Call.Index))))];

    public async Task WithdrawAsync() => sequel ??= await SequelScene.AnnulledAsync(Scene.Texts, DeclarationKind.Withdraw);

    public async Task DeliverSequelAsync()
    {
        if (sequel is null)
            return;
        await sequel.DeliverAsync();
        await Scene.PlanAsync(sequel.Batch.Id);
    }

    public Task MoodAsync(SendKind? kind, bool takes)
    {
        (Scene.Texts.Provider.TakesUnknown, Scene.Provider.TakesUnknown) = (takes, takes);
        mood = kind is { } wanted ? new(wanted, Code: "mood") : null;
        return Task.CompletedTask;
    }

    public Task PassAsync(TimeSpan time)
    {
        Scene.Clock.Advance(time);
        return Task.CompletedTask;
    }

    /// <summary>A call is reported to be over, once and while it is young enough to be one.</summary>
    public async Task EndCallAsync(int number, ReceiptKind kind)
    {
        var open = Scene.Provider.Taken.Where(item => !IsOver(item)).ToList();
        if (open.Count == 0)
            return;
        var call = open[number % open.Count].Call;
        ended.Add((call.Batch, call.Index));
        if (kind == ReceiptKind.Failed)
            unanswered.Add((call.Batch, call.Index));
        await Scene.ReportAsync(kind, kind == ReceiptKind.Failed ? "no-answer" : null, call);
    }

    public async Task KillAsync(int number, params Func<Task>[] work)
    {
        Scene.Texts.Crashing.CrashAt(number);
        foreach (var one in work)
            await LiveAsync(one);
        Scene.Texts.Crashing.StopCrashing();
    }

    public static async Task LiveAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (WorkerKilledException)
        {
        }
    }

    /// <summary>An audit comes round, and the broker gives every message again.</summary>
    public async Task SettleAsync()
    {
        await MoodAsync(null, takes: false);
        for (var round = 0; round < 8; round++)
        {
            Scene.Clock.Advance(Scene.Options.ConfirmWithin);
            await Scene.DeliverAsync();
            await Scene.CallAllAsync(Scene.Texts.Batch.Id);
            await DeliverSequelAsync();
            await Scene.CallAllAsync(sequel!.Batch.Id);
        }
    }

    // Nothing of the withdrawal goes to a number while a call of the alert may be going on there, and nothing of the alert after it.
    private SendOutcome? Tried(Address number, BatchId batch)
    {
        if (batch.Alert == Withdrawal)
            Assert.All(Scene.Provider.Taken.Where(item => item.Call.To == number && item.Call.Batch.Alert == Original), item => Assert.True(IsOver(item), $"{number} is on the telephone"));
        else
            Assert.DoesNotContain(Withdrawal, TextsTo(number).Concat(CallsTo(number).Select(call => call.Alert)).Cast<DeclarationId?>());
        return null;
    }

    private bool IsOver((VoiceCall Call, string Id, DateTimeOffset At) item) =>
        ended.Contains((item.Call.Batch, item.Call.Index)) || Scene.Clock.GetUtcNow() >= item.At + CallRound.LongestCall;
}
