using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Alerting.Functions.Tests.Access;

public sealed class TokenTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AGoodTokenIsBelieved()
    {
        var response = await shared.App.CreateClient(Roles.Auditor).GetAsync("/api/bodies", Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task WithoutATokenTheAnswerSaysHowToSignIn()
    {
        var response = await shared.App.Anybody().GetAsync("/api/bodies", Token);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
        Assert.Equal("urn:alerting:problem:not-signed-in", problem.GetProperty("type").GetString());
    }

    [Theory]
    [MemberData(nameof(BadTokens))]
    public async Task ATokenWithOneThingWrongIsNoToken(BadToken bad)
    {
        var response = await shared.App.WithToken(TokenIssuer.Bad(bad, "somebody-1", Roles.All)).GetAsync("/api/bodies", Token);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.StartsWith("Bearer", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    public static TheoryData<BadToken> BadTokens => [.. Enum.GetValues<BadToken>()];
}
