using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Alerting.Testing;
using Alerting.Testing.Faults;

namespace Alerting.Stack.Tests;

/// <summary>A declaration of level 5 withdrawn in the middle of its fan-out and its calls, by a provider that is slow for all and in trouble for some.</summary>
[Collection(OneAtATime.Name)]
public sealed class WithdrawalTests
{
    private const int Healthy = 400;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // The first request fails, hangs, is cut, or hangs after it was taken; the last is no number at all. See the stand-in's README.
    private static readonly string[] Troubled = ["50001", "90001", "90101", "90401", "42901", "21100"];

    // Takes no text messages, and answers calls.
    private const string FixedLine = "+3197099961400";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ExactlyThoseWhoGotTheOriginalGetOneWithdrawalAndNobodyBeforeIt()
    {
        await using var system = await RunningSystem.StartAsync(FaultSettings.Quick, Token, "--no-seed");
        await ImportAsync(system);
        // Long enough that the first are called before the last are written to.
        await system.Twilio.ControlAsync(new { latencyMs = 800 }, Token);
        var original = await DeclareAsync(system, new { kind = "set", level = 5 });
        Assert.Equal(5, await LevelAsync(system));
        await TallyAsync(system, tally => tally.Count >= Healthy / 4);
        await CallsAsync(system, calls => calls.Any(IsAnswered));

        var withdrawal = await DeclareAsync(system, new { kind = "withdraw", of = original });

        Assert.Equal(4, await LevelAsync(system));
        await system.Twilio.ControlAsync(new { }, Token);
        var (said, tookBack) = (await EndAsync(system, original), await EndAsync(system, withdrawal));
        var calls = await CallsAsync(system, calls => calls.Any(TakesBack) && calls.All(call => call.EndedAt is not null));
        await TallyAsync(system, tally => tally.PendingCallbacks == 0);
        var messages = await system.Twilio.MessagesAsync(Token);
        AssertTakenBack([.. With(messages, said)], [.. With(messages, tookBack)], calls);
    }

    private static void AssertTakenBack(Sms[] said, Sms[] tookBack, IReadOnlyList<PhoneCall> calls)
    {
        var heard = calls.Where(call => call.Status == "completed" && !TakesBack(call)).ToLookup(call => call.To);
        Assert.InRange(said.Length, Healthy / 4, Healthy + Troubled.Length - 2);
        Assert.Equal(
            said.Select(message => message.To).Union(heard.Select(person => person.Key)).Order(),
            tookBack.Select(message => message.To).Concat(calls.Where(TakesBack).Select(call => call.To)).Order());
        Assert.Equal(said.Length, said.DistinctBy(message => message.To).Count());
        AssertInOrder(said, tookBack, heard);
        Assert.Equal(FixedLine, Assert.Single(calls, TakesBack).To);
        Assert.Equal(2, calls.Select(call => call.Account).Distinct().Count());
    }

    private static void AssertInOrder(Sms[] said, Sms[] tookBack, ILookup<string, PhoneCall> heard)
    {
        var saidAs = said.ToDictionary(message => message.To, message => message.Number);
        Assert.All(tookBack, message => Assert.True(saidAs.GetValueOrDefault(message.To) < message.Number, $"{message.To} read of the withdrawal first"));
        Assert.All(tookBack, message => Assert.All(heard[message.To], call => Assert.True(call.EndedAt <= message.At, $"{message.To} was on the telephone")));
        Assert.All(tookBack, message => Assert.StartsWith("WITHDRAWN ", message.Body, StringComparison.Ordinal));
    }

    private static bool IsAnswered(PhoneCall call) => call.To == FixedLine && call.Spoken.Count > 0;

    private static bool TakesBack(PhoneCall call) => call.Spoken.Any(text => text.Contains("Withdrawn: for the province", StringComparison.Ordinal));

    private static Task<IReadOnlyList<PhoneCall>> CallsAsync(RunningSystem system, Func<IReadOnlyList<PhoneCall>, bool> isRight) =>
        Waiting.UntilAsync(() => system.Twilio.CallsAsync(Token), isRight, Patience, Token);

    private static IEnumerable<Sms> With(IEnumerable<Sms> messages, string code) =>
        messages.Where(message => message.Body.Contains($" {code}", StringComparison.Ordinal));

    private static async Task ImportAsync(RunningSystem system)
    {
        await new StaffDesk(system).ImportAsync(Healthy, Token);
        var lines = Troubled.Append(FixedLine[^5..]).Select((number, index) => string.Create(
            CultureInfo.InvariantCulture, $"aaa,Troubled,NL,,1,c{index},Duty officer,en,{index + 1},+31970999{number},,,\n"));
        const string Header = "body_id,body_name,place,sectors,tier,contact_id,function,language,order,phone,phone_verified_at,email,email_verified_at\n";
        using var http = await system.ClientAsync("directory-admin", Token);
        using var content = new StringContent(Header + string.Concat(lines), Encoding.UTF8, "text/csv");
        using var response = await http.PostAsync("api/bodies/import", content, Token);
        await response.DemandAsync(Token);
    }

    private static async Task<string> DeclareAsync(RunningSystem system, object what)
    {
        var proposal = JsonSerializer.SerializeToNode(what)!.AsObject();
        proposal["scope"] = JsonSerializer.SerializeToNode(new { type = "province", code = "PV26" });
        proposal["status"] = "actual";
        proposal["reason"] = JsonSerializer.SerializeToNode(new { nl = "Proef.", en = "Trial." });
        using var proposer = await system.ClientAsync("proposer", Token);
        using var proposed = await proposer.PostAsJsonAsync("api/declarations", proposal, Token);
        await proposed.DemandAsync(Token);
        var id = (await proposed.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("id").GetString()!;
        await new StaffDesk(system).ApproveAsync(id, Token);
        return id;
    }

    private static async Task<int> LevelAsync(RunningSystem system)
    {
        using var http = await system.ClientAsync(null, Token);
        return (await http.GetFromJsonAsync<JsonElement>("api/levels/effective?place=GM0344", Token)).GetProperty("level").GetInt32();
    }

    /// <summary>Waits until every delivery of an alert has ended; its code.</summary>
    private static async Task<string> EndAsync(RunningSystem system, string id)
    {
        using var http = await system.ClientAsync("auditor", Token);
        var alert = await Waiting.UntilAsync(
            () => http.GetFromJsonAsync<JsonElement>($"api/alerts/{id}", Token), HasEnded, Patience, Token);
        return alert.GetProperty("code").GetString()!;
    }

    private static bool HasEnded(JsonElement alert) =>
        alert.GetProperty("isPlanned").GetBoolean() && alert.GetProperty("channels").GetProperty("sms").GetProperty("open").GetInt32() == 0;

    private static Task TallyAsync(RunningSystem system, Func<Tally, bool> isRight) =>
        Waiting.UntilAsync(() => system.Twilio.TallyAsync(Token), isRight, Patience, Token);
}
