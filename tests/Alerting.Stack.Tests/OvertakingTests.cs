using System.Net.Http.Json;
using System.Text.Json;
using Alerting.Testing;
using Alerting.Testing.Faults;

namespace Alerting.Stack.Tests;

/// <summary>An alert is on its way by slow providers, most of it still in the broker's queue, and another one is approved.</summary>
[Collection(OneAtATime.Name)]
public sealed class OvertakingTests
{
    private const int Telephones = 600;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheNewAlertIsToldBeforeTheTailOfTheOldOneAndItsTiersInTheirOrder()
    {
        await using var system = await RunningSystem.StartAsync(FaultSettings.Quick, Token, "--no-seed");
        var desk = new StaffDesk(system);
        await desk.ImportAsync(Telephones, Token);
        await system.Twilio.ControlAsync(new { latencyMs = 300 }, Token);
        var old = await DeclareAsync(system, await desk.ProposeAsync(Token));
        var waiting = await desk.ProposeAsync("province", "PV26", Token);
        await MessagesAsync(system, messages => messages.Count > 20);

        var young = await DeclareAsync(system, waiting);

        await MessagesAsync(system, messages => With(messages, young).Count(IsOfFirstTier) == Telephones / 3);
        await system.Twilio.ControlAsync(new { latencyMs = 0 }, Token);
        var all = await MessagesAsync(system, messages => messages.Count >= 2 * Telephones);
        AssertOvertaken([.. With(all, old)], [.. With(all, young)]);
    }

    private static void AssertOvertaken(Sms[] old, Sms[] young)
    {
        Assert.All([old, young], alert => Assert.Equal((Telephones, Telephones), (alert.Length, alert.DistinctBy(message => message.To).Count())));
        var firstTierTold = young.Where(IsOfFirstTier).Max(message => message.Number);
        // In the order of the queue it would be a fifth: what lost its claim while it waited.
        Assert.InRange(old.Count(message => message.Number > firstTierTold), Telephones / 2, Telephones);
        Assert.All(young.Where(message => TelephoneDirectory.TierOf(message.To) == 3), message => Assert.True(message.Number > firstTierTold));
    }

    private static bool IsOfFirstTier(Sms message) => TelephoneDirectory.TierOf(message.To) == 1;

    private static IEnumerable<Sms> With(IEnumerable<Sms> messages, string code) =>
        messages.Where(message => message.Body.Contains($" {code}", StringComparison.Ordinal));

    private static Task<IReadOnlyList<Sms>> MessagesAsync(RunningSystem system, Func<IReadOnlyList<Sms>, bool> isRight) =>
        Waiting.UntilAsync(() => system.Twilio.MessagesAsync(Token), isRight, Patience, Token);

    /// <summary>Approves a declaration; the code of its alert.</summary>
    private static async Task<string> DeclareAsync(RunningSystem system, string id)
    {
        await new StaffDesk(system).ApproveAsync(id, Token);
        using var http = await system.ClientAsync("auditor", Token);
        return (await http.GetFromJsonAsync<JsonElement>($"api/alerts/{id}", Token)).GetProperty("code").GetString()!;
    }
}
