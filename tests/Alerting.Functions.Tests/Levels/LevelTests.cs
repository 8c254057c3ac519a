using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alerting.Scopes;
using Alerting.Testing;

namespace Alerting.Functions.Tests.Levels;

public sealed class LevelTests : IAsyncDisposable
{
    private readonly AlertingApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("place=GM0599", 5, "PV28")]
    [InlineData("place=PV28", 5, "PV28")]
    [InlineData("place=ST-RTD", 5, "PV28")]
    [InlineData("place=NL", 4, "NL")]
    [InlineData("place=GM0014", 4, "NL")]
    [InlineData("sector=rail", 4, "NL")]
    [InlineData("place=GM0599&at=2019-03-18T10:59:59%2B01:00", 4, "NL")]
    [InlineData("place=GM0599&at=2019-03-18T17:59:59+01:00", 5, "PV28")]
    [InlineData("place=GM0599&at=2019-03-18T17:00:00Z", 4, "NL")]
    public async Task TheLevelThatHoldsIsShownWithItsScope(string query, int level, string scope)
    {
        await DeclareSouthHollandAsync();

        var answer = await EffectiveAsync(query);

        Assert.Equal((level, scope), (answer.GetProperty("level").GetInt32(), answer.GetProperty("scope").GetProperty("code").GetString()));
    }

    [Fact]
    public async Task ALevelComesFromADeclarationUntilItsEnd()
    {
        var id = await DeclareSouthHollandAsync();

        var answer = await EffectiveAsync("place=GM0599");

        Assert.Equal(id, answer.GetProperty("declaration").GetProperty("id").GetString());
        Assert.Equal(Some.Now.AddHours(7), answer.GetProperty("until").GetDateTimeOffset());
        Assert.Equal("kritiek", answer.GetProperty("levelName").GetProperty("nl").GetString());
        Assert.DoesNotContain("approver", answer.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task ABodyHasTheLevelOfItsPlace()
    {
        await DeclareSouthHollandAsync();
        var body = Some.Body() with { Place = "GM0599" };
        await app.Directory.PutAsync([body], Token);

        Assert.Equal(5, (await EffectiveAsync($"body={body.Id}")).GetProperty("level").GetInt32());
    }

    [Fact]
    public async Task BeforeOurTimeTheLevelComesFromAnAnnouncement()
    {
        var answer = await EffectiveAsync("place=NL&at=2018-10-01T00:00:00Z");

        Assert.Equal("kst-29754-468", answer.GetProperty("announcement").GetProperty("dtn").GetProperty("reference").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("declaration").ValueKind);
    }

    [Theory]
    [InlineData("", HttpStatusCode.UnprocessableEntity, "standpoint-missing", "place")]
    [InlineData("place=NL&sector=rail", HttpStatusCode.UnprocessableEntity, "standpoint-several", "sector")]
    [InlineData("place=GM9999", HttpStatusCode.NotFound, "place-unknown", "place")]
    [InlineData("sector=farming", HttpStatusCode.NotFound, "sector-unknown", "sector")]
    [InlineData("body=nobody", HttpStatusCode.NotFound, "body-unknown", "body")]
    [InlineData("place=NL&at=2019-03-18", HttpStatusCode.UnprocessableEntity, "time-malformed", "at")]
    [InlineData("place=NL&at=2019-03-18T18:00:00", HttpStatusCode.UnprocessableEntity, "time-malformed", "at")]
    [InlineData("place=NL&at=1999-01-01T00:00:00Z", HttpStatusCode.NotFound, "no-level-yet", "at")]
    [InlineData("plaats=NL", HttpStatusCode.UnprocessableEntity, "unknown-parameter", "plaats")]
    public async Task AQuestionThatMeansNothingIsRefused(string query, HttpStatusCode status, string rule, string field) =>
        await (await app.Anybody().GetAsync($"/api/levels/effective?{query}", Token)).RefusedAsync(status, rule, field);

    [Fact]
    public async Task TheHistoryHasDeclarationsAndTheTimeBefore()
    {
        var id = await DeclareSouthHollandAsync();

        var rows = (await (await app.Anybody().GetAsync("/api/levels/history", Token)).JsonAsync()).GetProperty("rows").EnumerateArray().ToList();

        var ours = Assert.Single(rows, row => row.GetProperty("declaration").GetString() == id);
        Assert.Equal((5, "fiveStep", "PV28"), (ours.GetProperty("level").GetInt32(), ours.GetProperty("scale").GetString(), ours.GetProperty("scope").GetProperty("code").GetString()));
        Assert.Contains(rows, row => row.GetProperty("scale").GetString() == "fourStep");
        Assert.Contains(rows, row => row.GetProperty("announced").GetProperty("precision").GetString() == "day");
    }

    [Theory]
    [InlineData("?format=csv", null, "text/csv")]
    [InlineData("", "text/csv", "text/csv")]
    [InlineData("", "application/json, text/csv;q=0.5", "application/json")]
    [InlineData("?format=json", "text/csv", "application/json")]
    public async Task TheHistoryComesInTheFormAskedFor(string query, string? accept, string mediaType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/levels/history{query}");
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);

        var response = await app.Anybody().SendAsync(request, Token);

        Assert.Equal((HttpStatusCode.OK, mediaType), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task AnotherFormIsRefused() =>
        await (await app.Anybody().GetAsync("/api/levels/history?format=xml", Token)).RefusedAsync(HttpStatusCode.UnprocessableEntity, "format-unknown", "format");

    [Fact]
    public async Task ACellThatWouldRunAsAFormulaIsDefused()
    {
        await DeclareAsync("""{ "label": "=HYPERLINK(\"http://x\")", "reference": "@SUM(A1),x" }""");

        var csv = await (await app.Anybody().GetAsync("/api/levels/history?format=csv", Token)).Content.ReadAsStringAsync(Token);

        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\",\"'@SUM(A1),x\"", csv, StringComparison.Ordinal);
        Assert.StartsWith("announced_at,announced_precision,from,", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exercise")]
    [InlineData("test")]
    public async Task AnExerciseIsNeverALevelNorHistory(string status)
    {
        var id = await DeclareAsync(null, status);

        Assert.Equal(4, (await EffectiveAsync("place=GM0599")).GetProperty("level").GetInt32());
        var history = await (await app.Anybody().GetAsync("/api/levels/history", Token)).Content.ReadAsStringAsync(Token);
        Assert.DoesNotContain(id, history, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?type=province", 12)]
    [InlineData("?type=region", 25)]
    [InlineData("?type=municipality", 342)]
    [InlineData("?type=municipality&search=utrecht", 2)]
    [InlineData("?type=municipality&search=sudwest", 1)]
    [InlineData("?search=GM0344", 1)]
    public async Task PlacesAreFoundByTypeAndName(string query, int count)
    {
        var list = await (await app.Anybody().GetAsync($"/api/places{query}", Token)).JsonAsync();

        Assert.Equal(count, list.GetProperty("places").GetArrayLength());
    }

    [Fact]
    public async Task SectorsAreAmongThePlaces()
    {
        var list = await (await app.Anybody().GetAsync("/api/places?type=sector", Token)).JsonAsync();

        Assert.Equal(Sectors.All.Select(sector => sector.Code), list.GetProperty("places").EnumerateArray().Select(place => place.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task AnUnknownTypeOfPlaceIsRefused() =>
        await (await app.Anybody().GetAsync("/api/places?type=planet", Token)).RefusedAsync(HttpStatusCode.UnprocessableEntity, "type-unknown", "type");

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<JsonElement> EffectiveAsync(string query) => await (await app.Anybody().GetAsync($"/api/levels/effective?{query}", Token)).JsonAsync();

    private Task<string> DeclareSouthHollandAsync() => DeclareAsync(null);

    private async Task<string> DeclareAsync(string? dtn, string status = "actual")
    {
        // Not Utrecht: what really held there that day is in the history.
        var proposal = JsonNode.Parse(Declarations.Proposals.Utrecht)!;
        proposal["scope"]!["code"] = "PV28";
        proposal["status"] = status;
        if (dtn is not null)
            proposal["dtn"] = JsonNode.Parse(dtn);
        return await app.DeclareAsync(proposal.ToJsonString());
    }
}
