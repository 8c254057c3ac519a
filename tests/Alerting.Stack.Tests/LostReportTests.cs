using System.Net.Http.Json;
using System.Text.Json;
using Alerting.Testing;
using Alerting.Testing.Faults;

namespace Alerting.Stack.Tests;

/// <summary>Text messages arrive, and no report of it ever comes.</summary>
[Collection(OneAtATime.Name)]
public sealed class LostReportTests
{
    private const int Telephones = 30;

    // Asked for by a timer, once a minute.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatNobodyReportedIsAskedForAndCounted()
    {
        var settings = new Dictionary<string, string>(FaultSettings.Quick) { ["Delivery__ReportWithin"] = "00:00:02" };
        await using var system = await RunningSystem.StartAsync(settings, Token, "--no-seed");
        var desk = new StaffDesk(system);
        await desk.ImportAsync(Telephones, Token);
        await system.Twilio.ControlAsync(new { callbacks = new { loseEvery = 1 } }, Token);
        var alert = await desk.ProposeAsync(Token);
        await desk.ApproveAsync(alert, Token);

        using var http = await system.ClientAsync("auditor", Token);
        var sms = await Waiting.UntilAsync(
            async () => (await http.GetFromJsonAsync<JsonElement>($"api/alerts/{alert}", Token)).GetProperty("channels").GetProperty("sms"),
            counts => Count(counts, "delivered") == Telephones,
            Patience,
            Token);

        Assert.Equal((Telephones, 0, 0), (Count(sms, "sent"), Count(sms, "failed"), Count(sms, "open")));
        Assert.Equal(Telephones, (await system.Twilio.MessagesAsync(Token)).Count);
    }

    private static int Count(JsonElement counts, string name) => counts.GetProperty(name).GetInt32();
}
