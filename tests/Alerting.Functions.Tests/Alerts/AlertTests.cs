using System.Net;
using System.Text.Json;
using Alerting.Bus;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;
using Alerting.Testing;

namespace Alerting.Functions.Tests.Alerts;

public sealed class AlertTests : IAsyncDisposable
{
    private readonly AlertingApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnApprovedDeclarationReachesBoardsPhonesAndMailboxes()
    {
        await app.Directory.PutAsync([Some.Body(), Some.Body() with { Place = "GM0310", Tier = 2 }], Token);
        var id = await app.DeclareAsync();

        await RunAllAsync();

        Assert.Equal("declaration", Assert.Single(app.Boards.Pushes).Target);
        Assert.Equal((2, 2), (app.Sms.Taken.Count, app.Email.Taken.Count));
        var alert = await (await app.CreateClient(Roles.Auditor).GetAsync($"/api/alerts/{id}", Token)).JsonAsync();
        Assert.True(alert.GetProperty("isPlanned").GetBoolean());
        Assert.Equal((2, 2, 0), Counts(alert, "sms"));
        Assert.Equal((2, 2, 0), Counts(alert, "email"));
        Assert.Contains(alert.GetProperty("code").GetString()!, app.Sms.Taken[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MessagesThatComeTwiceTellNobodyTwice()
    {
        await app.Directory.PutAsync([Some.Body()], Token);
        await app.DeclareAsync();

        await RunAllAsync();
        await RunAllAsync();

        Assert.Equal((1, 1), (app.Sms.Taken.Count, app.Email.Taken.Count));
    }

    [Fact]
    public async Task TheAuditDrivesAgainWhatTheBrokerLost()
    {
        await app.Directory.PutAsync([Some.Body()], Token);
        var id = await app.DeclareAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("{}", (await (await app.PostTriggerAsync("AuditAlerts", HostEnvelopes.Timer)).JsonAsync()).ToString());
        await DeliverAsync();

        Assert.Single(app.Sms.Taken);
        Assert.Equal((1, 1, 0), Counts(await (await app.CreateClient(Roles.Auditor).GetAsync($"/api/alerts/{id}", Token)).JsonAsync(), "sms"));
    }

    [Fact]
    public async Task ADeliveryThatWasSentAndReportedAsNotArrivedHidesNoOpenOne()
    {
        await app.Directory.PutAsync([Some.Body(), Some.Body() with { Place = "GM0310" }], Token);
        var answers = 0;
        app.Sms.Answer = _ => Interlocked.Increment(ref answers) == 1 ? new(SendKind.Sent, "SM1") : new(SendKind.TryLater, Code: "http-503");
        var id = await app.DeclareAsync();
        await RunAllAsync();
        Assert.True(BatchMessage.TryRead(app.Bus.Sent(Entities.Sms)[0].Body.Span, out var found));
        var batch = found.Value;
        var sent = BatchState.Of((await app.Deliveries.ReadAsync(batch, Token))!).Deliveries.ToList().IndexOf(DeliveryState.Sent);

        await (await app.PostTriggerAsync("RecordReceipts", HostEnvelopes.OfMany(
            ReceiptMessage.For([new Receipt(batch, sent, ReceiptKind.Failed, Some.Now, "SM1", Code: "30003")])))).JsonAsync();

        var alert = await (await app.CreateClient(Roles.Auditor).GetAsync($"/api/alerts/{id}", Token)).JsonAsync();
        Assert.Equal((2, 1, 1), Counts(alert, "sms"));
        Assert.Equal(1, alert.GetProperty("channels").GetProperty("sms").GetProperty("open").GetInt32());
    }

    [Fact]
    public async Task AlertsAreListedLatestFirst()
    {
        var first = await app.DeclareAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await app.DeclareAsync(Declarations.Proposals.With("level", "4"));

        var list = await ListAsync("");

        Assert.Equal([second, first], Ids(list));
        Assert.Equal(JsonValueKind.Null, list.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task EarlierAlertsAreFoundFromWhereAnAnswerEnded()
    {
        var ids = new List<string>();
        foreach (var level in new[] { "3", "4", "5" })
        {
            ids.Insert(0, await app.DeclareAsync(Declarations.Proposals.With("level", level)));
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var first = await ListAsync("?limit=2");
        var second = await ListAsync($"?limit=2&after={first.GetProperty("next").GetString()}");

        Assert.Equal(ids, [.. Ids(first), .. Ids(second)]);
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        await (await app.CreateClient(Roles.Proposer).GetAsync("/api/alerts?after=nonsense", Token)).RefusedAsync(HttpStatusCode.UnprocessableEntity, "after-unknown", "after");
    }

    [Theory]
    [InlineData("20190318-AAAAAA")]
    [InlineData("nonsense")]
    public async Task AnUnknownAlertIsNotFound(string id) =>
        await (await app.CreateClient(Roles.Auditor).GetAsync($"/api/alerts/{id}", Token)).RefusedAsync(HttpStatusCode.NotFound, "alert-unknown", "id");

    [Fact]
    public async Task AProposalHasNoAlertYet()
    {
        var proposed = await (await app.CreateClient(Roles.Proposer).PostJsonAsync("/api/declarations", Declarations.Proposals.Utrecht)).JsonAsync(HttpStatusCode.Created);

        await (await app.CreateClient(Roles.Auditor).GetAsync($"/api/alerts/{proposed.GetProperty("id")}", Token)).RefusedAsync(HttpStatusCode.NotFound, "alert-unknown", "id");
    }

    [Theory]
    [InlineData("PlanAlert")]
    [InlineData("PushToBoards")]
    public async Task AnEventThatNamesNoApprovedDeclarationTellsNobody(string function)
    {
        foreach (var body in new[] { "nonsense", "[]", "{}", """{ "subject": "20190318-AAAAAA" }""", """{ "subject": 5 }""" })
        {
            var response = await app.PostTriggerAsync(function, HostEnvelopes.Of(new("m-1", System.Text.Encoding.UTF8.GetBytes(body))));

            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        }

        Assert.Empty(app.Boards.Pushes);
        Assert.Empty(app.Bus.Sent(Entities.Sms));
        Assert.StartsWith("declarations/Subscriptions/", Assert.Single(app.Refusals.All).Entity, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DeliverSms", "nonsense")]
    [InlineData("DeliverSms", "20190318-AAAAAA.email.1.00000")]
    [InlineData("DeliverEmail", "20190318-AAAAAA.sms.1.00000")]
    [InlineData("DeliverEmail", "")]
    [InlineData("DeliverVoice", "20190318-AAAAAA.sms.1.00000")]
    [InlineData("DeliverVoice", "20190318-AAAAAA.voice.1.00000")]
    [InlineData("PlanCalls", "20190318-AAAAAA.voice.1.00000.001")]
    public async Task AMessageThatNamesNoBatchOfTheChannelSendsNothing(string function, string body)
    {
        var response = await app.PostTriggerAsync(function, HostEnvelopes.Of(new("m-1", System.Text.Encoding.UTF8.GetBytes(body))));

        await response.RefusedAsync(HttpStatusCode.InternalServerError, "not-a-batch");
        Assert.Empty(app.Sms.Tried);
        Assert.Empty(app.Email.Tried);
        Assert.Empty(app.Voice.Taken);
    }

    [Fact]
    public async Task WithoutBoardsThePushIsTriedAgainAndTheAlertGoesOut()
    {
        await app.Directory.PutAsync([Some.Body()], Token);
        await app.DeclareAsync();
        app.Boards.Down = true;
        var message = HostEnvelopes.Of(app.Bus.Sent(Entities.Declarations)[^1]);

        Assert.Equal(HttpStatusCode.InternalServerError, (await app.PostTriggerAsync("PushToBoards", message)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.PostTriggerAsync("PlanAlert", message)).StatusCode);

        app.Boards.Down = false;
        Assert.Equal(HttpStatusCode.OK, (await app.PostTriggerAsync("PushToBoards", message)).StatusCode);
        Assert.Single(app.Boards.Pushes);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<JsonElement> ListAsync(string query) =>
        await (await app.CreateClient(Roles.Proposer).GetAsync($"/api/alerts{query}", Token)).JsonAsync();

    private static IEnumerable<string> Ids(JsonElement list) => list.GetProperty("alerts").EnumerateArray().Select(alert => alert.GetProperty("id").GetString()!);

    // What the host would do with what the bus holds.
    private async Task RunAllAsync()
    {
        foreach (var message in app.Bus.Sent(Entities.Declarations).Where(message => message.Subject == "approved"))
        {
            await (await app.PostTriggerAsync("PushToBoards", HostEnvelopes.Of(message))).JsonAsync();
            await (await app.PostTriggerAsync("PlanAlert", HostEnvelopes.Of(message))).JsonAsync();
        }

        await DeliverAsync();
    }

    private async Task DeliverAsync()
    {
        foreach (var message in app.Bus.Sent(Entities.Sms))
            await (await app.PostTriggerAsync("DeliverSms", HostEnvelopes.Of(message))).JsonAsync();
        foreach (var message in app.Bus.Sent(Entities.Email))
            await (await app.PostTriggerAsync("DeliverEmail", HostEnvelopes.Of(message))).JsonAsync();
    }

    private static (int Planned, int Sent, int Failed) Counts(JsonElement alert, string channel)
    {
        var counts = alert.GetProperty("channels").GetProperty(channel);
        return (counts.GetProperty("planned").GetInt32(), counts.GetProperty("sent").GetInt32(), counts.GetProperty("failed").GetInt32());
    }
}
