using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alerting.Bus;
using Alerting.Testing;

namespace Alerting.Functions.Tests.Declarations;

/// <summary>Declarations that follow an approved one, through the front door.</summary>
public sealed class FollowUpTests : IAsyncDisposable
{
    // The embedded history has a level of its own for Utrecht on that day.
    private const string SouthHolland = """{ "type": "province", "code": "PV28" }""";

    private readonly AlertingApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnExtensionHoldsForLonger()
    {
        var original = await app.DeclareAsync();
        app.Clock.Advance(TimeSpan.FromHours(1));

        var extension = await app.DeclareAsync(Proposals.Following("extend", original, ("level", null), ("until", "\"2019-03-18T22:00:00+01:00\"")));

        var level = await EffectiveAsync("2019-03-18T21:59:59%2B01:00");
        Assert.Equal((5, extension), (level.GetProperty("level").GetInt32(), level.GetProperty("declaration").GetProperty("id").GetString()));
        Assert.Equal(("extend", original), (level.GetProperty("declaration").GetProperty("kind").GetString(), level.GetProperty("declaration").GetProperty("of").GetString()));
        Assert.Equal(4, (await EffectiveAsync("2019-03-18T22:00:00%2B01:00")).GetProperty("level").GetInt32());
    }

    [Fact]
    public async Task ALoweredLevelTakesThePlaceOfTheHigherOne()
    {
        var original = await app.DeclareAsync();
        app.Clock.Advance(TimeSpan.FromHours(1));

        var lowered = await app.DeclareAsync(Proposals.Following("lower", original, ("level", "4")));

        Assert.Equal(5, (await EffectiveAsync("2019-03-18T11:30:00%2B01:00")).GetProperty("level").GetInt32());
        Assert.Equal(4, (await EffectiveAsync("2019-03-18T12:30:00%2B01:00")).GetProperty("level").GetInt32());
        var rows = (await (await app.Anybody().GetAsync("/api/levels/history", Token)).JsonAsync()).GetProperty("rows").EnumerateArray().ToList();
        var row = rows.Single(row => row.GetProperty("declaration").GetString() == lowered);
        Assert.Equal(("lower", original), (row.GetProperty("kind").GetString(), row.GetProperty("of").GetString()));
    }

    [Fact]
    public async Task AWithdrawalGivesBackWhatHeldAround()
    {
        var original = await app.DeclareAsync(Proposals.With("scope", SouthHolland));
        app.Clock.Advance(TimeSpan.FromHours(1));

        var withdrawal = await app.DeclareAsync(Proposals.Withdrawal(original, SouthHolland));

        Assert.Equal(5, (await EffectiveAsync("2019-03-18T11:59:59%2B01:00", "GM0599")).GetProperty("level").GetInt32());
        Assert.Equal(4, (await EffectiveAsync("2019-03-18T12:00:00%2B01:00", "GM0599")).GetProperty("level").GetInt32());
        var row = await RowAsync(original);
        Assert.Equal(("withdrawn", withdrawal), (row.GetProperty("ending").GetString(), row.GetProperty("annulledBy").GetString()));
        await (await app.CreateClient(Roles.Proposer).PostJsonAsync("/api/declarations", Proposals.Following("lower", original, ("level", "4"), ("scope", SouthHolland))))
            .RefusedAsync(HttpStatusCode.UnprocessableEntity, "original-over", "of");
    }

    [Fact]
    public async Task ACorrectionHoldsInsteadOfTheOriginalFromItsStart()
    {
        var original = await app.DeclareAsync(Proposals.With("scope", SouthHolland));
        app.Clock.Advance(TimeSpan.FromHours(1));

        var correction = await app.DeclareAsync(Proposals.Following("correct", original, ("level", "3"), ("until", "\"2019-03-18T15:00:00+01:00\""), ("scope", SouthHolland)));

        // The country's 4 is higher than the province's 3, so that is what holds.
        Assert.Equal(["NL", "NL"], [await ScopeAsync("11:30"), await ScopeAsync("15:00")]);
        var (wrong, right) = (await RowAsync(original), await RowAsync(correction));
        Assert.Equal(("corrected", correction), (wrong.GetProperty("ending").GetString(), wrong.GetProperty("annulledBy").GetString()));
        Assert.Equal(("correct", original, 3), (right.GetProperty("kind").GetString(), right.GetProperty("of").GetString(), right.GetProperty("level").GetInt32()));
        var csv = await app.Anybody().GetStringAsync("/api/levels/history?format=csv", Token);
        Assert.Contains($",correct,{original},", csv, StringComparison.Ordinal);

        async Task<string?> ScopeAsync(string time) => (await EffectiveAsync($"2019-03-18T{time}:00%2B01:00", "GM0599")).GetProperty("scope").GetProperty("code").GetString();
    }

    [Fact]
    public async Task ABoardSeesWhatWasTakenBackAndByWhat()
    {
        var original = await app.DeclareAsync();
        var withdrawal = await app.DeclareAsync(Proposals.Withdrawal(original));

        var feed = await (await app.CreateClient(Roles.Auditor).GetAsync("/api/boards/feed", Token)).JsonAsync();

        Assert.Equal(["NL 4"], feed.GetProperty("levels").EnumerateArray().Select(level => $"{level.GetProperty("scope").GetProperty("code")} {level.GetProperty("level")}"));
        var missed = feed.GetProperty("missed");
        Assert.Equal(withdrawal, missed[0].GetProperty("annulledBy").GetString());
        Assert.Equal(("withdraw", original), (missed[1].GetProperty("declaration").GetProperty("kind").GetString(), missed[1].GetProperty("declaration").GetProperty("of").GetString()));
        await (await app.PostTriggerAsync("PushToBoards", HostEnvelopes.Of(app.Bus.Sent(Entities.Declarations)[^1]))).JsonAsync();
        Assert.Equal(missed[1].ToString(), JsonElement.Parse(Assert.Single(app.Boards.Pushes).Json).ToString());
    }

    [Fact]
    public async Task AnExerciseIsWithdrawnAsAnExercise()
    {
        var exercise = await app.DeclareAsync(Proposals.With("status", "\"exercise\""));

        await (await app.CreateClient(Roles.Proposer).PostJsonAsync("/api/declarations", Proposals.Withdrawal(exercise))).RefusedAsync(HttpStatusCode.UnprocessableEntity, "status-differs", "status");
        await app.DeclareAsync(Proposals.Following("withdraw", exercise, ("level", null), ("until", null), ("status", "\"exercise\"")));
    }

    [Fact]
    public async Task AFollowUpNeedsASecondPersonToo()
    {
        var original = await app.DeclareAsync();
        var both = TokenIssuer.Good("both-1", Roles.Proposer, Roles.Approver);

        var id = await ProposedAsync(app.WithToken(both), Proposals.Following("lower", original, ("level", "4")));

        await (await app.WithToken(both).PostAsync($"/api/declarations/{id}/approve", null, Token)).RefusedAsync(HttpStatusCode.Forbidden, "proposer-cannot-approve");
    }

    [Theory]
    [InlineData("extend", "level", "4", "level-differs", "level")]
    [InlineData("extend", "until", "\"2019-03-18T17:00:00+01:00\"", "until-not-later", "until")]
    [InlineData("extend", "until", null, "required", "until")]
    [InlineData("extend", "from", "\"2019-03-18T12:00:00+01:00\"", "not-for-kind", "from")]
    [InlineData("lower", "level", "5", "level-not-lower", "level")]
    [InlineData("lower", "level", null, "required", "level")]
    [InlineData("lower", "from", "\"2019-03-18T19:00:00+01:00\"", "until-before-from", "until")]
    [InlineData("lower", "of", null, "required", "of")]
    [InlineData("lower", "of", "\"20190318-AAAAAA\"", "declaration-unknown", "of")]
    [InlineData("lower", "of", "\"nonsense\"", "declaration-unknown", "of")]
    [InlineData("lower", "of", "5", "wrong-type", "of")]
    [InlineData("set", "level", "4", "not-for-kind", "of")]
    [InlineData("withdraw", "level", "4", "not-for-kind", "level")]
    [InlineData("withdraw", "from", "\"2019-03-18T12:00:00+01:00\"", "not-for-kind", "from")]
    [InlineData("withdraw", "reason", null, "required", "reason.nl")]
    [InlineData("correct", "level", null, "required", "level")]
    [InlineData("correct", "scope", """{ "type": "province", "code": "PV27" }""", "scope-differs", "scope")]
    [InlineData("correct", "status", "\"exercise\"", "status-differs", "status")]
    [InlineData("correct", "until", "\"2019-03-18T10:00:00+01:00\"", "until-passed", "until")]
    public async Task AFollowUpThatBreaksARuleIsRefusedInTheFieldsTerms(string kind, string member, string? json, string rule, string field)
    {
        var original = await app.DeclareAsync();

        var refused = await app.CreateClient(Roles.Proposer).PostJsonAsync("/api/declarations", Proposals.Following(kind, original, (member, json)));

        await refused.RefusedAsync(HttpStatusCode.UnprocessableEntity, rule, field);
        Assert.Single(await app.Declarations.ListAsync(null, Token));
    }

    [Theory]
    [InlineData("scope", """{ "type": "province", "code": "PV27" }""", "scope-differs", "scope")]
    [InlineData("status", "\"exercise\"", "status-differs", "status")]
    public async Task ScopeAndStatusAreThoseOfTheOriginal(string member, string json, string rule, string field)
    {
        var original = await app.DeclareAsync();

        var refused = await app.CreateClient(Roles.Proposer).PostJsonAsync("/api/declarations", Proposals.Following("lower", original, ("level", "4"), (member, json)));

        await refused.RefusedAsync(HttpStatusCode.UnprocessableEntity, rule, field);
    }

    [Fact]
    public async Task AProposalIsNotFollowed()
    {
        var proposed = await ProposedAsync(app.CreateClient(Roles.Proposer), Proposals.Utrecht);

        await (await app.CreateClient(Roles.Proposer).PostJsonAsync("/api/declarations", Proposals.Following("lower", proposed, ("level", "4"))))
            .RefusedAsync(HttpStatusCode.UnprocessableEntity, "not-approved", "of");
    }

    [Fact]
    public async Task OfTwoProposalsThatFollowOneDeclarationOnlyOneIsApproved()
    {
        var original = await app.DeclareAsync();
        var extension = await ProposedAsync(app.CreateClient(Roles.Proposer), Proposals.Following("extend", original, ("level", null), ("until", "\"2019-03-18T22:00:00+01:00\"")));
        await app.DeclareAsync(Proposals.Following("lower", original, ("level", "4")));

        await (await app.CreateClient(Roles.Approver).PostAsync($"/api/declarations/{extension}/approve", null, Token)).RefusedAsync(HttpStatusCode.Conflict, "proposal-stale");
        await (await app.CreateClient(Roles.Proposer).PostJsonAsync("/api/declarations", Proposals.Following("lower", original, ("level", "3"))))
            .RefusedAsync(HttpStatusCode.UnprocessableEntity, "original-over", "of");
    }

    [Fact]
    public async Task AnotherSystemMayProposeOneToo()
    {
        var original = await app.DeclareAsync();
        var request = new JsonObject
        {
            ["schemaVersion"] = "1", ["source"] = "LCMS", ["requestId"] = "r-1",
            ["proposal"] = JsonNode.Parse(Proposals.Following("lower", original, ("level", "4"))),
        };

        await (await app.PostTriggerAsync("TakeInDeclaration", HostEnvelopes.Of(new("m-1", JsonSerializer.SerializeToUtf8Bytes(request))))).JsonAsync();

        var taken = (await app.Declarations.ListAsync(null, Token)).Single(declaration => declaration.Source == "LCMS");
        Assert.Equal(original, taken.Original!.Id.Value);
    }

    private async Task<JsonElement> RowAsync(string id) =>
        (await (await app.Anybody().GetAsync("/api/levels/history", Token)).JsonAsync()).GetProperty("rows").EnumerateArray()
            .Single(row => row.GetProperty("declaration").GetString() == id);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static async Task<string> ProposedAsync(HttpClient proposer, string proposal) =>
        (await (await proposer.PostJsonAsync("/api/declarations", proposal)).JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetString()!;

    private async Task<JsonElement> EffectiveAsync(string at, string place = "GM0344") =>
        await (await app.Anybody().GetAsync($"/api/levels/effective?place={place}&at={at}", Token)).JsonAsync();
}
