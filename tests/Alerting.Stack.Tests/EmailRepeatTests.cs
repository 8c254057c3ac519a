using Alerting.Testing;
using Alerting.Testing.Faults;

namespace Alerting.Stack.Tests;

/// <summary>The function app killed in the middle of a fan-out of emails: nobody can ask a mail server, so some come twice, and no more than is stated.</summary>
[Collection(OneAtATime.Name)]
public sealed class EmailRepeatTests(ITestOutputHelper output)
{
    private const int Recipients = 400;
    private const int Kills = 2;

    // As docs/operations.md states it: the default of Delivery:EmailChunk, for each batch in hand (maxConcurrentCalls of FaultSettings) at each kill.
    private const int MostRepeats = Kills * 3 * 10;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AfterKillsEverybodyHasTheEmailAndTheRepeatsAreWithinTheBoundAndHaveTheSameMessageId()
    {
        await using var system = await RunningSystem.StartAsync(FaultSettings.Quick, Token, "--no-seed");
        var desk = new StaffDesk(system);
        await desk.ImportAsync(TelephoneDirectory.Files(Recipients, withEmail: true), Token);
        using var auditor = await system.ClientAsync("auditor", Token);
        var id = await desk.ProposeAsync(Token);
        await desk.ApproveAsync(id, Token);
        var pid = 0;
        for (var kill = 1; kill <= Kills; kill++)
        {
            pid = await Moments.FunctionAppAsync(system, pid, Token);
            await MailsAsync(system, Recipients * kill / 4);
            Signals.Kill(pid);
        }

        await new AlertWatch(system, auditor, losesMessages: false).EndAsync(id, "sms", Patience, Token);
        await Waiting.UntilAsync(() => system.Mail.AllAsync(Token), mails => mails.DistinctBy(mail => mail.To).Count() == Recipients, Patience, Token);

        var all = await system.Mail.AllAsync(Token);
        output.WriteLine($"{all.Count - Recipients} emails came twice");
        Assert.InRange(all.Count - Recipients, 0, MostRepeats);
        Assert.Equal(Recipients, all.DistinctBy(mail => (mail.To, mail.MessageId)).Count());
        Assert.Equal(Recipients, all.DistinctBy(mail => mail.MessageId).Count());
    }

    private static Task MailsAsync(RunningSystem system, int count) =>
        Waiting.UntilAsync(() => system.Mail.CountAsync(Token), mails => mails >= count, Patience, Token);
}
