using System.Net;
using System.Text.Json;
using Alerting.Bus;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;
using Alerting.Directory;
using Alerting.Testing;

namespace Alerting.Functions.Tests.Alerts;

public sealed class UntoldTests : IAsyncDisposable
{
    private readonly AlertingApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhomAChannelHasNotToldIsListedWithTheReasonAndWhatElseToldHim()
    {
        var bodies = new[] { Body("failed"), Body("late"), Body("sent"), Body("unreported") with { Name = "Gemeente Soest" } };
        var numbers = bodies.ToDictionary(body => body.Contacts[0].Phone!.Value, body => body.Id);
        await app.Directory.PutAsync(bodies, Token);
        app.Sms.Answer = message => numbers[message.To] switch
        {
            "failed" => new(SendKind.Rejected, Code: "21211"),
            "late" => new(SendKind.TryLater, Code: "http-503"),
            _ => new(SendKind.Sent, $"SM{message.Index}"),
        };
        var id = await AlertAsync();

        var list = await ListAsync(id);

        Assert.True(list.GetProperty("isPlanned").GetBoolean());
        Assert.Equal(["failed sms failed 21211 email", "late sms open http-503 email"], Lines(list));
        await ReportAsync(id, "unreported");
        var item = Items(await ListAsync(id)).Last();
        Assert.Equal("unreported sms failed 30003 email", Line(item));
        Assert.Equal(("Gemeente Soest", "contact-1"), (item.GetProperty("bodyName").GetString(), item.GetProperty("contact").GetString()));
        Assert.Equal(app.Clock.GetUtcNow(), item.GetProperty("at").GetDateTimeOffset());
    }

    [Fact]
    public async Task NoNumberAndNoAddressIsShown()
    {
        var body = Body("failed");
        await app.Directory.PutAsync([body], Token);
        app.Sms.Answer = _ => new(SendKind.Rejected, Code: "21211");
        var id = await AlertAsync();

        var text = (await ListAsync(id)).GetRawText();

        Assert.DoesNotContain(body.Contacts[0].Phone!.Value.Value, text, StringComparison.Ordinal);
        Assert.DoesNotContain(body.Contacts[0].Email!.Value.Value, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABodyThatHasLeftTheDirectoryIsListedWithoutItsName()
    {
        await app.Directory.PutAsync([Body("failed")], Token);
        app.Sms.Answer = _ => new(SendKind.Rejected, Code: "21211");
        var id = await AlertAsync();
        await app.Directory.DeleteAsync("failed", Token);

        Assert.Equal(JsonValueKind.Null, Assert.Single(Items(await ListAsync(id))).GetProperty("bodyName").ValueKind);
    }

    [Fact]
    public async Task WhatIsNotSentBecauseTheDeclarationWasReplacedIsNotListed()
    {
        var failed = Body("failed");
        await app.Directory.PutAsync([failed, Body("late")], Token);
        app.Sms.Answer = message => message.To == failed.Contacts[0].Phone ? new(SendKind.Rejected, Code: "21211") : new(SendKind.TryLater, Code: "http-503");
        var id = await AlertAsync();
        Assert.Equal(2, Items(await ListAsync(id)).Count());

        await app.DeclareAsync(Declarations.Proposals.With("status", "\"test\""));
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        await DeliverAsync();

        Assert.Equal(["failed sms failed 21211 email"], Lines(await ListAsync(id)));
    }

    [Fact]
    public async Task ThoseToldByNothingComeFirstAndTheListGoesOnWhereAnAnswerEnded()
    {
        await app.Directory.PutAsync([Body("a"), Body("b") with { Tier = 2 }, Body("c")], Token);
        app.Sms.Answer = _ => new(SendKind.Rejected, Code: "21211");
        app.Email.Answer = message => message.To == Mail("a") ? new(SendKind.Sent) : new(SendKind.Rejected, Code: "550");
        var id = await AlertAsync();

        var first = await ListAsync(id, "?limit=3");
        var second = await ListAsync(id, $"?limit=3&after={first.GetProperty("next").GetString()}");

        Assert.Equal(["c sms failed 21211 ", "c email failed 550 ", "b sms failed 21211 "], Lines(first));
        Assert.Equal(["b email failed 550 ", "a sms failed 21211 email"], Lines(second));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    [Theory]
    [InlineData("?after=nonsense", "after-unknown", "after")]
    [InlineData("?limit=0", "limit-range", "limit")]
    [InlineData("?channel=sms", InputProblems.UnknownParameterRule, "channel")]
    public async Task AnotherQueryIsRefused(string query, string rule, string field) =>
        await (await GetAsync(await app.DeclareAsync(), query)).RefusedAsync(HttpStatusCode.UnprocessableEntity, rule, field);

    [Theory]
    [InlineData("20190318-AAAAAA")]
    [InlineData("nonsense")]
    public async Task AnUnknownAlertIsNotFound(string id) =>
        await (await GetAsync(id)).RefusedAsync(HttpStatusCode.NotFound, "alert-unknown", "id");

    [Fact]
    public async Task AProposalHasNoAlertYet()
    {
        var proposed = await (await app.CreateClient(Roles.Proposer).PostJsonAsync("/api/declarations", Declarations.Proposals.Utrecht)).JsonAsync(HttpStatusCode.Created);

        await (await GetAsync(proposed.GetProperty("id").GetString()!)).RefusedAsync(HttpStatusCode.NotFound, "alert-unknown", "id");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static Body Body(string id) => Some.Body() with { Id = id, Contacts = [Some.Contact() with { Email = Mail(id) }] };

    private static Address Mail(string body) => new($"{body}@body.example");

    private Task<HttpResponseMessage> GetAsync(string id, string query = "") => app.CreateClient(Roles.Auditor).GetAsync($"/api/alerts/{id}/untold{query}", Token);

    private async Task<JsonElement> ListAsync(string id, string query = "") => await (await GetAsync(id, query)).JsonAsync();

    private static IEnumerable<JsonElement> Items(JsonElement list) => list.GetProperty("untold").EnumerateArray();

    private static IEnumerable<string> Lines(JsonElement list) => Items(list).Select(Line);

    private static string Line(JsonElement item)
    {
        var words = new[] { "body", "channel", "state", "code" }.Select(name => item.GetProperty(name).GetString());
        return $"{string.Join(' ', words)} {string.Join(',', item.GetProperty("toldBy").EnumerateArray().Select(channel => channel.GetString()))}";
    }

    // A test declaration: nobody is called.
    private async Task<string> AlertAsync()
    {
        var id = await app.DeclareAsync(Declarations.Proposals.With("status", "\"test\""));
        await RunAsync("PlanAlert", app.Bus.Sent(Entities.Declarations)[^1]);
        await DeliverAsync();
        return id;
    }

    private async Task DeliverAsync()
    {
        foreach (var message in app.Bus.Sent(Entities.Sms))
            await RunAsync("DeliverSms", message);
        foreach (var message in app.Bus.Sent(Entities.Email))
            await RunAsync("DeliverEmail", message);
    }

    private async Task RunAsync(string function, BusMessage message) => await (await app.PostTriggerAsync(function, HostEnvelopes.Of(message))).JsonAsync();

    private async Task ReportAsync(string id, string body)
    {
        var plans = await app.Deliveries.ReadPlansAsync(new(id), Token).ToListAsync(Token);
        var (batch, index) = plans.Where(plan => plan.Id.Channel == Channel.Sms)
            .SelectMany(plan => plan.Recipients.Select((recipient, index) => (plan.Id, Index: index, recipient.BodyId)))
            .Where(one => one.BodyId == body)
            .Select(one => (one.Id, one.Index))
            .Single();
        var report = ReceiptMessage.For([new(batch, index, ReceiptKind.Failed, app.Clock.GetUtcNow(), $"SM{index}", Code: "30003")]);
        await (await app.PostTriggerAsync("RecordReceipts", HostEnvelopes.OfMany(report))).JsonAsync();
    }
}
