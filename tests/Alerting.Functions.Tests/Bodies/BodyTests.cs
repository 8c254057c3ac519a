using System.Net;
using Alerting.Testing;

namespace Alerting.Functions.Tests.Bodies;

public sealed class BodyTests : IAsyncDisposable
{
    private const string Utrecht = """
        {
          "name": "Gemeente Utrecht", "place": "GM0344", "sectors": ["government"], "tier": 1,
          "contacts": [
            { "id": "mayor", "function": "Burgemeester", "language": "nl", "order": 1, "phone": "06-12345678", "email": "burgemeester@utrecht.example" },
            { "id": "duty", "function": "Piket", "language": "en", "order": 2, "phone": "+31 6 87654321", "phoneVerifiedAt": "2019-03-01T12:00:00+01:00" }
          ]
        }
        """;

    private readonly AlertingApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ABodyThatWasPutIsShownWithNumbersInOneForm()
    {
        var created = await app.CreateClient(Roles.DirectoryAdmin).PutJsonAsync("/api/bodies/gm0344", Utrecht);
        Assert.Equal("/api/bodies/gm0344", created.Headers.Location?.ToString());
        Assert.Equal("gm0344", (await created.JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetString());

        var body = await (await app.CreateClient(Roles.Auditor).GetAsync("/api/bodies/gm0344", Token)).JsonAsync();

        Assert.Equal("Utrecht", body.GetProperty("placeName").GetString());
        Assert.Equal(["+31612345678", "+31687654321"], body.GetProperty("contacts").EnumerateArray().Select(contact => contact.GetProperty("phone").GetString()!));
        Assert.Equal(["nl", "en"], body.GetProperty("contacts").EnumerateArray().Select(contact => contact.GetProperty("language").GetString()!));
    }

    [Fact]
    public async Task ASecondPutReplacesTheBody()
    {
        var admin = app.CreateClient(Roles.DirectoryAdmin);
        await admin.PutJsonAsync("/api/bodies/gm0344", Utrecht);

        var replaced = await (await admin.PutJsonAsync("/api/bodies/gm0344", Utrecht.Replace("Gemeente Utrecht", "Stad", StringComparison.Ordinal))).JsonAsync();

        Assert.Equal("Stad", replaced.GetProperty("name").GetString());
        Assert.Single((await app.Directory.ReadAsync(Token)).Bodies);
    }

    [Fact]
    public async Task ADeletedBodyIsGone()
    {
        var body = Some.Body();
        await app.Directory.PutAsync([body], Token);
        var admin = app.CreateClient(Roles.DirectoryAdmin);

        Assert.Equal(HttpStatusCode.NoContent, (await admin.DeleteAsync($"/api/bodies/{body.Id}", Token)).StatusCode);

        await (await admin.GetAsync($"/api/bodies/{body.Id}", Token)).RefusedAsync(HttpStatusCode.NotFound, "body-unknown", "id");
        await (await admin.DeleteAsync($"/api/bodies/{body.Id}", Token)).RefusedAsync(HttpStatusCode.NotFound, "body-unknown", "id");
    }

    [Theory]
    [InlineData("", 3)]
    [InlineData("?near=GM0344", 2)]
    [InlineData("?sector=rail", 1)]
    [InlineData("?tier=2", 1)]
    [InlineData("?near=GM0344&tier=1", 1)]
    public async Task BodiesAreListedByPlaceSectorAndTier(string query, int count)
    {
        await app.Directory.PutAsync(
            [Some.Body(), Some.Body() with { Place = "PV26", Tier = 2 }, Some.Body() with { Place = "GM0014", Sectors = ["rail"] }], Token);

        var list = await (await app.CreateClient(Roles.Auditor).GetAsync($"/api/bodies{query}", Token)).JsonAsync();

        Assert.Equal(count, list.GetProperty("bodies").GetArrayLength());
    }

    [Theory]
    [InlineData("?near=GM9999", "place-unknown", "near")]
    [InlineData("?sector=farming", "sector-unknown", "sector")]
    [InlineData("?tier=4", "tier-range", "tier")]
    [InlineData("?teir=1", "unknown-parameter", "teir")]
    [InlineData("?tier=1&tier=2", "field-twice", "tier")]
    public async Task AQuestionThatMeansNothingIsRefused(string query, string rule, string field) =>
        await (await app.CreateClient(Roles.Auditor).GetAsync($"/api/bodies{query}", Token)).RefusedAsync(HttpStatusCode.UnprocessableEntity, rule, field);

    [Theory]
    [InlineData("\"place\": \"GM0344\"", "\"place\": \"GM9999\"", "place-unknown", "place")]
    [InlineData("\"tier\": 1", "\"tier\": 9", "tier-range", "tier")]
    [InlineData("\"tier\": 1", "\"tier\": \"1\"", "wrong-type", "tier")]
    [InlineData("06-12345678", "+49 1512 3456789", "phone-country", "contacts[0].phone")]
    [InlineData("\"order\": 2", "\"ordre\": 2", "unknown-field", "contacts[1].ordre")]
    [InlineData("\"name\"", "\"id\": \"other\", \"name\"", "id-mismatch", "id")]
    public async Task ABodyThatBreaksARuleIsNotStored(string from, string to, string rule, string field)
    {
        var response = await app.CreateClient(Roles.DirectoryAdmin).PutJsonAsync("/api/bodies/gm0344", Utrecht.Replace(from, to, StringComparison.Ordinal));

        await response.RefusedAsync(HttpStatusCode.UnprocessableEntity, rule, field);
        Assert.Empty((await app.Directory.ReadAsync(Token)).Bodies);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
