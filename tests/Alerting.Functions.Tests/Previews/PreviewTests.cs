using System.Net;
using System.Text.Json;
using Alerting.Functions.Tests.Declarations;
using Alerting.Testing;

namespace Alerting.Functions.Tests.Previews;

public sealed class PreviewTests : IAsyncDisposable
{
    private readonly AlertingApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheApproverSeesWhoIsToldInWhichWordsAndWhen()
    {
        await app.Directory.PutAsync([Some.Body(), Some.Body() with { Place = "GM0363", Tier = 2 }, Some.Body() with { Place = "GM0014", Tier = 3 }], Token);

        var preview = await PreviewAsync(await ProposeAsync());

        var (sms, email) = (Channel(preview, "sms"), Channel(preview, "email"));
        Assert.Equal((2, 3), (Int(sms, "deliveries"), Int(email, "deliveries")));
        Assert.Equal([("inside", 1), ("neighbour", 1)], Positions(sms));
        Assert.Equal([("inside", 1), ("neighbour", 1), ("elsewhere", 1)], Positions(email));
        Assert.Equal((2, 1, 0), (Int(sms, "segments"), Int(sms, "segmentsOfLongest"), Int(email, "segments")));
        Assert.Equal([50, 95, 100], sms.GetProperty("expected").EnumerateArray().Select(one => Int(one, "percent")));
        Assert.All(sms.GetProperty("expected").EnumerateArray(), one => Assert.Equal(1, Int(one, "minute")));
        Assert.Empty(preview.GetProperty("warnings").EnumerateArray());
    }

    [Fact]
    public async Task TheTextsAreThoseThatGoOutButForTheCode()
    {
        await app.Directory.PutAsync([Some.Body()], Token);
        var id = await ProposeAsync();

        var preview = await PreviewAsync(id);
        var shown = Text(preview, "sms").GetProperty("body").GetString()!;
        var approved = await (await app.CreateClient(Roles.Approver).PostAsync($"/api/declarations/{id}/approve", null, Token)).JsonAsync();
        await SendAsync();

        var code = approved.GetProperty("code").GetString()!;
        Assert.Contains("????", shown, StringComparison.Ordinal);
        Assert.Equal(app.Sms.Taken[0].Text, shown.Replace("????", code, StringComparison.Ordinal));
        Assert.Equal(app.Email.Taken[0].Subject, Text(preview, "email").GetProperty("subject").GetString());
    }

    [Fact]
    public async Task APreviewChangesNothing()
    {
        await app.Directory.PutAsync([Some.Body()], Token);
        var id = await ProposeAsync();
        var before = app.Bus.Sent(Alerting.Bus.Entities.Declarations).Count;

        await PreviewAsync(id);

        Assert.Equal(before, app.Bus.Sent(Alerting.Bus.Entities.Declarations).Count);
        var declaration = await (await app.CreateClient(Roles.Auditor).GetAsync($"/api/declarations/{id}", Token)).JsonAsync();
        Assert.Equal(("proposed", JsonValueKind.Null), (declaration.GetProperty("state").GetString(), declaration.GetProperty("code").ValueKind));
    }

    [Fact]
    public async Task TheSenderBoundsFifteenHundredContacts()
    {
        await app.Directory.PutAsync([.. Enumerable.Range(0, 15).Select(_ => Some.Body() with { Contacts = [.. Enumerable.Range(1, 100).Select(Some.Contact)] })], Token);

        var preview = await PreviewAsync(await ProposeAsync());

        var sms = Channel(preview, "sms");
        Assert.Equal((1_500, "sms senders"), (Int(sms, "deliveries"), sms.GetProperty("boundBy").GetString()));
        var expected = sms.GetProperty("expected").EnumerateArray().Select(one => one.GetProperty("seconds").GetDouble()).ToList();
        Assert.InRange(expected[0], 75, 79);
        Assert.InRange(expected[1], 142, 147);
        Assert.InRange(expected[2], 150, 155);
    }

    [Fact]
    public async Task AnAddressOfTwoContactsIsToldOnceAsThePlannerWould()
    {
        var contact = Some.Contact();
        await app.Directory.PutAsync([Some.Body() with { Contacts = [contact] }, Some.Body() with { Place = "GM0310", Contacts = [contact] }], Token);

        Assert.Equal([("inside", 1)], Positions(Channel(await PreviewAsync(await ProposeAsync()), "sms")));
    }

    [Fact]
    public async Task WhatTheApproverShouldKnowIsSaid()
    {
        await app.Directory.PutAsync([Some.Body() with { Contacts = [Some.Contact() with { Phone = null }] }], Token);

        var warnings = Warnings(await PreviewAsync(await ProposeAsync()));

        Assert.Equal(["nobody", "no-address"], warnings);
    }

    [Fact]
    public async Task AnEndBeforeMostAreToldIsSaid()
    {
        await app.Directory.PutAsync([Some.Body() with { Contacts = [.. Enumerable.Range(1, 100).Select(Some.Contact)] }], Token);

        // 100 emails at 30 in a minute take longer than three minutes.
        var id = await ProposeAsync(Proposals.With("until", "\"2019-03-18T11:03:00+01:00\""));

        Assert.Equal(["until-before-95-percent"], Warnings(await PreviewAsync(id)));
    }

    [Fact]
    public async Task WhoeverWouldBeCalledIsCountedAndTheCallerBoundsIt()
    {
        await app.Directory.PutAsync(
            [Some.Body() with { Contacts = [.. Enumerable.Range(1, 60).Select(Some.Contact)] }, Some.Body() with { Place = "GM0363" }, Some.Body() with { Contacts = [Some.Contact() with { Phone = null }] }], Token);

        var preview = await PreviewAsync(await ProposeAsync());

        var voice = Channel(preview, "voice");
        Assert.Equal((60, 0, "callers"), (Int(voice, "deliveries"), Int(voice, "withoutAddress"), voice.GetProperty("boundBy").GetString()));
        Assert.Equal([("inside", 60)], Positions(voice));
        Assert.InRange(voice.GetProperty("expected")[2].GetProperty("seconds").GetDouble(), 60, 65);
        Assert.Equal(60, Int(preview.GetProperty("cost").EnumerateArray().Single(line => line.GetProperty("item").GetString() == "call"), "quantity"));
        Assert.Contains("dreigingsniveau vijf", Text(preview, "voice").GetProperty("body").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BelowLevelFiveTheCallsBeginWhenTheTimeToConfirmIsOver()
    {
        await app.Directory.PutAsync([Some.Body()], Token);

        var voice = Channel(await PreviewAsync(await ProposeAsync(Proposals.With("level", "4"))), "voice");

        Assert.InRange(voice.GetProperty("expected")[0].GetProperty("seconds").GetDouble(), 300, 304);
        Assert.Equal(6, Int(voice.GetProperty("expected")[0], "minute"));
    }

    [Fact]
    public async Task WhatCallsNobodyShowsNoCalls()
    {
        await app.Directory.PutAsync([Some.Body()], Token);

        var preview = await PreviewAsync(await ProposeAsync(Proposals.With("status", "\"test\"")));

        Assert.DoesNotContain(preview.GetProperty("channels").EnumerateArray(), channel => channel.GetProperty("channel").GetString() == "voice");
    }

    [Fact]
    public async Task WithoutAPriceNoAmountIsShown()
    {
        await app.Directory.PutAsync([Some.Body()], Token);

        var cost = (await PreviewAsync(await ProposeAsync())).GetProperty("cost").EnumerateArray().ToList();

        Assert.Equal(["smsSegment", "email", "call"], cost.Select(line => line.GetProperty("item").GetString()));
        Assert.All(cost, line => Assert.Equal((1, JsonValueKind.Null, JsonValueKind.Null), (Int(line, "quantity"), line.GetProperty("unitPrice").ValueKind, line.GetProperty("amount").ValueKind)));
    }

    [Fact]
    public async Task TheProposerMaySeeItToo()
    {
        var id = await ProposeAsync();

        await (await app.CreateClient(Roles.Proposer).GetAsync($"/api/declarations/{id}/preview", Token)).JsonAsync();
    }

    [Theory]
    [InlineData("20190318-AAAAAA")]
    [InlineData("nonsense")]
    public async Task AnUnknownDeclarationHasNoPreview(string id) =>
        await (await GetAsync(id)).RefusedAsync(HttpStatusCode.NotFound, "declaration-unknown", "id");

    [Fact]
    public async Task WhatIsDecidedHasNoPreview() =>
        await (await GetAsync(await app.DeclareAsync())).RefusedAsync(HttpStatusCode.Conflict, "already-decided");

    [Fact]
    public async Task WhatNobodyCouldApproveHasNoPreview()
    {
        var id = await ProposeAsync();
        app.Clock.Advance(TimeSpan.FromHours(8));

        await (await GetAsync(id)).RefusedAsync(HttpStatusCode.Conflict, "proposal-stale");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<string> ProposeAsync(string proposal = Proposals.Utrecht) =>
        (await (await app.CreateClient(Roles.Proposer).PostJsonAsync("/api/declarations", proposal)).JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetString()!;

    private Task<HttpResponseMessage> GetAsync(string id) => app.CreateClient(Roles.Approver).GetAsync($"/api/declarations/{id}/preview", Token);

    private async Task<JsonElement> PreviewAsync(string id) => await (await GetAsync(id)).JsonAsync();

    private async Task SendAsync()
    {
        await (await app.PostTriggerAsync("PlanAlert", HostEnvelopes.Of(app.Bus.Sent(Alerting.Bus.Entities.Declarations)[^1]))).JsonAsync();
        foreach (var (function, queue) in new[] { ("DeliverSms", Alerting.Bus.Entities.Sms), ("DeliverEmail", Alerting.Bus.Entities.Email) })
            await (await app.PostTriggerAsync(function, HostEnvelopes.Of(app.Bus.Sent(queue)[^1]))).JsonAsync();
    }

    private static JsonElement Channel(JsonElement preview, string name) =>
        preview.GetProperty("channels").EnumerateArray().Single(channel => channel.GetProperty("channel").GetString() == name);

    private static JsonElement Text(JsonElement preview, string channel) =>
        preview.GetProperty("texts").EnumerateArray().Single(text => text.GetProperty("channel").GetString() == channel);

    private static IEnumerable<(string?, int)> Positions(JsonElement channel) =>
        channel.GetProperty("positions").EnumerateArray().Select(one => (one.GetProperty("position").GetString(), Int(one, "deliveries")));

    private static IEnumerable<string?> Warnings(JsonElement preview) =>
        preview.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetProperty("rule").GetString());

    private static int Int(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
