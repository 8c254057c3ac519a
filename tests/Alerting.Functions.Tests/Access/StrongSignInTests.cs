using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Alerting.Functions.Tests.Declarations;
using Alerting.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Alerting.Functions.Tests.Access;

public sealed partial class StrongSignInTests(SharedApp shared, StrongSignInTests.Demanding demanding) : IClassFixture<SharedApp>, IClassFixture<StrongSignInTests.Demanding>
{
    // Of a declaration that does not exist: whoever passes learns that, and changes nothing.
    private const string Unknown = "20190318-AAAAAA";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("c1", Roles.Approver, HttpStatusCode.NotFound)]
    [InlineData("c2 c1", Roles.Approver, HttpStatusCode.NotFound)]
    [InlineData(null, Roles.Approver, HttpStatusCode.Unauthorized)]
    [InlineData("", Roles.Approver, HttpStatusCode.Unauthorized)]
    [InlineData("c2", Roles.Approver, HttpStatusCode.Unauthorized)]
    [InlineData("c11", Roles.Approver, HttpStatusCode.Unauthorized)]
    [InlineData("C1", Roles.Approver, HttpStatusCode.Unauthorized)]
    [InlineData("c1", Roles.Proposer, HttpStatusCode.Forbidden)]
    [InlineData("c1", Roles.Auditor, HttpStatusCode.Forbidden)]
    [InlineData(null, Roles.Proposer, HttpStatusCode.Forbidden)]
    public async Task WhereAContextIsDemandedOnlyATokenThatCarriesItMayApprove(string? contexts, string role, HttpStatusCode expected)
    {
        var token = contexts is null ? TokenIssuer.Good("second-1", role) : TokenIssuer.InContexts(contexts.Split(' ', StringSplitOptions.RemoveEmptyEntries), "second-1", role);

        Assert.Equal(expected, (await ApproveAsync(Unknown, token)).StatusCode);
    }

    [Fact]
    public async Task TheRefusalIsAClaimsChallengeAndSaysWhatToDo()
    {
        var answer = await ApproveAsync(Unknown, TokenIssuer.Good("second-1", Roles.Approver));

        var challenge = Challenge().Match(answer.Headers.WwwAuthenticate.ToString());
        Assert.True(challenge.Success, answer.Headers.WwwAuthenticate.ToString());
        Assert.Equal($"{TokenIssuer.Authority}/authorize", challenge.Groups["uri"].Value);
        Assert.Equal(
            """{"access_token":{"acrs":{"essential":true,"value":"c1"}}}""",
            Encoding.UTF8.GetString(Convert.FromBase64String(challenge.Groups["claims"].Value)));
        var problem = await answer.JsonAsync(HttpStatusCode.Unauthorized);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("urn:alerting:problem:sign-in-too-weak", problem.GetProperty("type").GetString());
        Assert.Contains("new token", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reject", """{ "reason": "Niet nodig." }""")]
    [InlineData("withdraw", """{ "reason": "Vergissing." }""")]
    public async Task NothingButApprovingAsksForIt(string verb, string body)
    {
        var answer = await As(TokenIssuer.Good("second-1", Roles.Approver)).PostJsonAsync($"/api/declarations/{Unknown}/{verb}", body);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task AStrongSignInApproves()
    {
        var proposed = await As(TokenIssuer.Good("first-1", Roles.Proposer)).PostJsonAsync("/api/declarations", Proposals.Utrecht);
        var id = (await proposed.JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetString()!;

        Assert.Equal(HttpStatusCode.OK, (await ApproveAsync(id, TokenIssuer.InContexts(["c1"], "second-1", Roles.Approver))).StatusCode);
    }

    [Fact]
    public async Task WhereNoneIsDemandedAnySignInWillDo()
    {
        var answer = await shared.App.CreateClient(Roles.Approver).PostAsync($"/api/declarations/{Unknown}/approve", null, Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task ABadTokenIsToldToSignInAndNotToSignInStronger()
    {
        var answer = await ApproveAsync(Unknown, TokenIssuer.Bad(BadToken.Expired, "second-1", Roles.Approver));

        Assert.DoesNotContain("insufficient_claims", answer.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
        Assert.Equal("urn:alerting:problem:not-signed-in", (await answer.JsonAsync(HttpStatusCode.Unauthorized)).GetProperty("type").GetString());
    }

    [Fact]
    public void TheDocumentationNamesWhatAsksForIt()
    {
        var told = Listed().Matches(File.ReadAllText(Repository.PathTo("docs", "security.md"))).Select(line => line.Groups[1].Value);

        Assert.Equal(shared.App.HttpFunctions().Where(route => StrongSignIn.IsWantedBy(route.Metadata)).Select(route => route.Line()), told);
    }

    [Theory]
    [InlineData("c0")]
    [InlineData("c100")]
    [InlineData("mfa")]
    public void AContextThatCannotBeIsRefusedAtTheStart(string context) =>
        Assert.Contains(new SignInOptions { Authority = "https://a", Audience = "b", ApprovalContext = context }.Problems(), problem => problem.StartsWith("ApprovalContext", StringComparison.Ordinal));

    private Task<HttpResponseMessage> ApproveAsync(string id, string token) => As(token).PostAsync($"/api/declarations/{id}/approve", null, Token);

    private HttpClient As(string token)
    {
        var client = demanding.App.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    /// <summary>The app where the settings demand a context.</summary>
    public sealed class Demanding : IAsyncDisposable
    {
        private readonly AlertingApp app = new();

        public Demanding() => App = app.WithWebHostBuilder(host => host.UseSetting("SignIn:ApprovalContext", "c1"));

        public WebApplicationFactory<Program> App { get; }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }

    [GeneratedRegex("""^Bearer realm="", authorization_uri="(?<uri>[^"]+)", error="insufficient_claims", claims="(?<claims>[A-Za-z0-9+/=]+)"$""")]
    private static partial Regex Challenge();

    [GeneratedRegex(@"^- `([A-Z]+ /api/\S+)`$", RegexOptions.Multiline)]
    private static partial Regex Listed();
}
