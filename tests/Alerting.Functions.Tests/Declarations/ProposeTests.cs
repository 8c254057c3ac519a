using System.Net;
using Alerting.Bus;

namespace Alerting.Functions.Tests.Declarations;

public sealed class ProposeTests : IAsyncDisposable
{
    private readonly AlertingApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AProposalWaitsAndIsShown()
    {
        var response = await ProposeAsync(Proposals.Utrecht);

        var proposed = await response.JsonAsync(HttpStatusCode.Created);
        Assert.Equal("proposed", proposed.GetProperty("state").GetString());
        Assert.Equal("Proposer-1", proposed.GetProperty("proposedBy").GetString());
        var shown = await (await app.CreateClient(Roles.Auditor).GetAsync(response.Headers.Location, Token)).JsonAsync();
        Assert.Equal(proposed.ToString(), shown.ToString());
    }

    [Fact]
    public async Task ProposalsAreListedByState()
    {
        await ProposeAsync(Proposals.Utrecht);
        var auditor = app.CreateClient(Roles.Auditor);

        Assert.Equal(1, await CountAsync(""));
        Assert.Equal(1, await CountAsync("?state=proposed"));
        Assert.Equal(0, await CountAsync("?state=approved"));
        await (await auditor.GetAsync("/api/declarations?state=open", Token)).RefusedAsync(HttpStatusCode.UnprocessableEntity, "state-unknown", "state");

        async Task<int> CountAsync(string query) =>
            (await (await auditor.GetAsync($"/api/declarations{query}", Token)).JsonAsync()).GetProperty("declarations").GetArrayLength();
    }

    [Theory]
    [InlineData("20190318-AAAAAA")]
    [InlineData("nonsense")]
    [InlineData("20190318-aaaaaa")]
    public async Task AnUnknownDeclarationIsNotFound(string id) =>
        await (await app.CreateClient(Roles.Auditor).GetAsync($"/api/declarations/{id}", Token)).RefusedAsync(HttpStatusCode.NotFound, "declaration-unknown", "id");

    [Theory]
    [InlineData("scope.code", "\"PV99\"", "scope-code-unknown", "scope.code")]
    [InlineData("scope.type", "\"region\"", "scope-type-mismatch", "scope.code")]
    [InlineData("level", "0", "level-unknown", "level")]
    [InlineData("level", "6", "level-unknown", "level")]
    [InlineData("level", "\"5\"", "wrong-type", "level")]
    [InlineData("level", "4.5", "wrong-type", "level")]
    [InlineData("level", null, "required", "level")]
    [InlineData("from", "\"2019-03-18T20:00:00+01:00\"", "until-before-from", "until")]
    [InlineData("from", "\"2019-04-20T20:00:00+01:00\"", "from-too-far", "from")]
    [InlineData("until", "\"2019-03-18T18:00:00\"", "time-malformed", "until")]
    [InlineData("reason.nl", "\"\"", "required", "reason.nl")]
    [InlineData("reason.nl", "\"   \"", "required", "reason.nl")]
    [InlineData("reason.en", null, "required", "reason.en")]
    [InlineData("reason", "\"Attack\"", "wrong-type", "reason")]
    [InlineData("colour", "\"red\"", "unknown-field", "colour")]
    [InlineData("scope.name", "\"Utrecht\"", "unknown-field", "scope.name")]
    [InlineData("status", "\"real\"", "status-unknown", "status")]
    public async Task AProposalThatBreaksARuleIsRefusedInTheFieldsTerms(string path, string? json, string rule, string field) =>
        await RefusedAsync(await ProposeAsync(Proposals.With(path, json)), HttpStatusCode.UnprocessableEntity, rule, field);

    [Fact]
    public async Task MalformedJsonIsRefusedWithItsPosition()
    {
        var response = await ProposeAsync("{ \"kind\": \"set\",\n  \"level\": }");

        await RefusedAsync(response, HttpStatusCode.BadRequest, "malformed-json", "");
        Assert.Contains("line 2", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFieldGivenTwiceIsRefused() =>
        await RefusedAsync(await ProposeAsync(Proposals.Utrecht.Replace("\"level\": 5", "\"level\": 5, \"level\": 1", StringComparison.Ordinal)), HttpStatusCode.UnprocessableEntity, "field-twice", "level");

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task AnEmptyBodyIsRefused(string body) =>
        await RefusedAsync(await ProposeAsync(body), HttpStatusCode.BadRequest, "empty-body", "");

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/xml")]
    [InlineData(null)]
    public async Task AnotherContentTypeIsRefused(string? mediaType)
    {
        var content = Requests.Content(Proposals.Utrecht, mediaType);

        await RefusedAsync(await app.CreateClient(Roles.Proposer).PostAsync("/api/declarations", content, Token), HttpStatusCode.UnsupportedMediaType, "content-type", "");
    }

    [Theory]
    [InlineData(65 * 1024)]
    [InlineData(1024 * 1024)]
    public async Task ALargeBodyIsRefused(int size) =>
        await RefusedAsync(await ProposeAsync(Proposals.With("reason.nl", $"\"{new string('x', size)}\"")), HttpStatusCode.RequestEntityTooLarge, "body-too-large", "");

    [Fact]
    public async Task EverythingThatIsWrongIsSaidAtOnce()
    {
        var response = await ProposeAsync("""{ "kind": "set", "scope": { "type": "province", "code": "PV99" }, "level": 6, "reason": {}, "status": "actual" }""");

        var problem = await response.JsonAsync(HttpStatusCode.UnprocessableEntity);
        Assert.Equal(
            ["level", "reason.en", "reason.nl", "scope.code"],
            problem.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("field").GetString()).Order());
        Assert.Equal("urn:alerting:problem:several", problem.GetProperty("type").GetString());
    }

    [Fact]
    public async Task TheSameRequestUnderAKeyGetsTheSameAnswer()
    {
        var first = await (await ProposeAsync(Proposals.Utrecht, "key-1")).JsonAsync(HttpStatusCode.Created);

        var second = await (await ProposeAsync(Proposals.Utrecht, "key-1")).JsonAsync(HttpStatusCode.Created);

        Assert.Equal(first.ToString(), second.ToString());
        Assert.Single(await app.Declarations.ListAsync(null, Token));
        Assert.Single(app.Bus.Sent(Entities.Declarations));
    }

    [Fact]
    public async Task AnotherRequestUnderTheKeyIsRefused()
    {
        await ProposeAsync(Proposals.Utrecht, "key-1");

        await (await ProposeAsync(Proposals.With("level", "4"), "key-1")).RefusedAsync(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");

        Assert.Single(await app.Declarations.ListAsync(null, Token));
    }

    [Fact]
    public async Task TwoCallersMayUseTheSameKey()
    {
        var one = await (await ProposeAsync(Proposals.Utrecht, "key-1")).JsonAsync(HttpStatusCode.Created);
        var other = await (await ProposeAsync(Proposals.Utrecht, "key-1", "proposer-2")).JsonAsync(HttpStatusCode.Created);

        Assert.NotEqual(one.GetProperty("id").GetString(), other.GetProperty("id").GetString());
    }

    [Fact]
    public async Task ARefusedRequestDoesNotUseUpItsKey()
    {
        await (await ProposeAsync(Proposals.With("level", "6"), "key-1")).RefusedAsync(HttpStatusCode.UnprocessableEntity, "level-unknown", "level");

        await (await ProposeAsync(Proposals.Utrecht, "key-1")).JsonAsync(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("a\tb")]
    [InlineData("één")]
    public async Task AKeyOfAnotherFormIsRefused(string key) =>
        await RefusedAsync(await ProposeAsync(Proposals.Utrecht, key), HttpStatusCode.UnprocessableEntity, "idempotency-key-form", "Idempotency-Key");

    [Fact]
    public async Task AKeyThatIsTooLongIsRefused() =>
        await RefusedAsync(await ProposeAsync(Proposals.Utrecht, new string('k', 256)), HttpStatusCode.UnprocessableEntity, "idempotency-key-form", "Idempotency-Key");

    [Fact]
    public async Task WithoutTheBrokerTheProposalIsTakenAndSweptLater()
    {
        app.Bus.GoDown();
        await (await ProposeAsync(Proposals.Utrecht)).JsonAsync(HttpStatusCode.Created);
        app.Bus.ComeUp();
        app.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("{}", await (await app.PostTriggerAsync("SweepOutbox", HostEnvelopes.Timer)).Content.ReadAsStringAsync(Token));

        Assert.Single(app.Bus.Sent(Entities.Declarations));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<HttpResponseMessage> ProposeAsync(string json, string? key = null, string? oid = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/declarations") { Content = Requests.Content(json, "application/json") };
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await app.CreateClient(Roles.Proposer, oid).SendAsync(request, Token);
    }

    private async Task RefusedAsync(HttpResponseMessage response, HttpStatusCode status, string rule, string field)
    {
        await response.RefusedAsync(status, rule, field);
        Assert.Empty(await app.Declarations.ListAsync(null, Token));
        Assert.All(Entities.All.Append(Entities.Declarations), entity => Assert.Empty(app.Bus.Sent(entity)));
    }
}
