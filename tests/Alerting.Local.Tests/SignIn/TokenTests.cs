using System.Net;
using System.Text.Json;
using Alerting.Local.SignIn;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Alerting.Local.Tests.SignIn;

public sealed class TokenTests
{
    [Fact]
    public async Task TheBearerHandlerAcceptsATokenAndReadsNameAndRole()
    {
        await using var issuer = await RunningIssuer.StartAsync();
        await using var api = await GuardedApi.StartAsync(issuer.Authority);

        Assert.Equal((HttpStatusCode.OK, "Proposer (local)"), await api.AskAsync(await issuer.TokenAsync(new { person = "proposer" })));
        Assert.Equal(HttpStatusCode.Forbidden, (await api.AskAsync(await issuer.TokenAsync(new { person = "auditor" }))).Status);
    }

    [Theory]
    [InlineData("""{ "person": "proposer", "expiresInSeconds": -1, "notBeforeInSeconds": -60 }""")]
    [InlineData("""{ "person": "proposer", "notBeforeInSeconds": 600 }""")]
    [InlineData("""{ "person": "proposer", "audience": "somebody-else" }""")]
    [InlineData("""{ "person": "proposer", "issuer": "https://issuer.example/v2.0" }""")]
    [InlineData("""{ "person": "proposer", "forgedSignature": true }""")]
    public async Task TheBearerHandlerRefusesASpoiltToken(string wish)
    {
        await using var issuer = await RunningIssuer.StartAsync();
        await using var api = await GuardedApi.StartAsync(issuer.Authority);

        var token = await issuer.TokenAsync(JsonDocument.Parse(wish).RootElement);

        Assert.Equal(HttpStatusCode.Unauthorized, (await api.AskAsync(token)).Status);
    }

    [Fact]
    public async Task ATokenHasTheClaimsOfEntraId()
    {
        await using var issuer = await RunningIssuer.StartAsync();

        var token = new JsonWebToken(await issuer.TokenAsync(new TokenRequest("approver", Roles: ["Approver", "Auditor"])));

        Assert.Equal("RS256", token.Alg);
        Assert.Equal(issuer.Authority, token.Issuer);
        Assert.Equal([Registration.Audience], token.Audiences);
        Assert.Equal(Registration.Tenant, token.GetPayloadValue<string>("tid"));
        Assert.Equal("2.0", token.GetPayloadValue<string>("ver"));
        Assert.Equal("access_as_user", token.GetPayloadValue<string>("scp"));
        Assert.Equal("approver@alerting.example", token.GetPayloadValue<string>("preferred_username"));
        Assert.Equal(["Approver", "Auditor"], token.GetPayloadValue<string[]>("roles"));
        Assert.Equal(["pwd", "mfa"], token.GetPayloadValue<string[]>("amr"));
        Assert.Equal(["c1"], token.GetPayloadValue<string[]>("acrs"));
        Assert.NotEqual(token.Subject, token.GetPayloadValue<string>("oid"));
        Assert.Equal(Registration.TokenLifetime, token.ValidTo - token.ValidFrom);
    }

    [Fact]
    public async Task EveryPersonHasAnIdAndASubjectOfTheirOwn()
    {
        await using var issuer = await RunningIssuer.StartAsync();
        var tokens = new List<JsonWebToken>();
        foreach (var person in People.All)
            tokens.Add(new JsonWebToken(await issuer.TokenAsync(new { person = person.Id })));

        Assert.Equal(4, tokens.Select(token => token.GetPayloadValue<string>("oid")).Distinct().Count());
        Assert.Equal(4, tokens.Select(token => token.Subject).Distinct().Count());
        Assert.Equal(["Proposer", "Approver", "DirectoryAdmin", "Auditor"], tokens.SelectMany(token => token.GetPayloadValue<string[]>("roles")));
    }
}
