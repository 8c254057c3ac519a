using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Alerting.Local.SignIn;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Alerting.Local.Tests.SignIn;

public sealed class CodeFlowTests
{
    private const string Verifier = "a-verifier-of-at-least-forty-three-characters-0123456789";
    private const string Page = "http://127.0.0.1:5173/console/";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task APersonIsPickedAndThePageGetsTokens()
    {
        await using var issuer = await RunningIssuer.StartAsync();

        var page = await issuer.Client.GetStringAsync(QueryHelpers.AddQueryString(Discovery.Authorize, Asked()), Cancellation);
        Assert.All(People.All, person => Assert.Contains($"value=\"{person.Id}\"", page));
        var back = await PickAsync(issuer, "approver");
        var (status, tokens) = await RedeemAsync(issuer, back["code"]!, Verifier);

        Assert.Equal("some state", back["state"]);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["Approver"], new JsonWebToken(tokens.GetProperty("access_token").GetString()).GetPayloadValue<string[]>("roles"));
        var identity = new JsonWebToken(tokens.GetProperty("id_token").GetString());
        Assert.Equal("some nonce", identity.GetPayloadValue<string>("nonce"));
        Assert.Equal([Registration.PublicClient], identity.Audiences);
    }

    [Fact]
    public async Task ACodeWorksOnce()
    {
        await using var issuer = await RunningIssuer.StartAsync();
        var code = (await PickAsync(issuer, "proposer"))["code"]!;
        Assert.Equal(HttpStatusCode.OK, (await RedeemAsync(issuer, code, Verifier)).Status);

        var (status, answer) = await RedeemAsync(issuer, code, Verifier);

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), (status, answer.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task AStolenCodeIsWorthlessWithoutItsVerifier()
    {
        await using var issuer = await RunningIssuer.StartAsync();

        var (status, answer) = await RedeemAsync(issuer, (await PickAsync(issuer, "proposer"))["code"]!, Verifier + "x");

        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), (status, answer.GetProperty("error").GetString()));
    }

    [Theory]
    [InlineData("redirect_uri", "https://elsewhere.example/")]
    [InlineData("client_id", "somebody")]
    public async Task NobodyIsSentToAnAddressThatIsNotTrusted(string field, string value)
    {
        await using var issuer = await RunningIssuer.StartAsync();
        var asked = Asked();
        asked[field] = value;

        using var answer = await issuer.Client.GetAsync(QueryHelpers.AddQueryString(Discovery.Authorize, asked), Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
    }

    [Fact]
    public async Task WithoutPkceThePageIsToldSo()
    {
        await using var issuer = await RunningIssuer.StartAsync();
        var asked = Asked();
        asked.Remove("code_challenge");

        using var answer = await issuer.Client.GetAsync(QueryHelpers.AddQueryString(Discovery.Authorize, asked), Cancellation);

        Assert.Equal("invalid_request", QueryHelpers.ParseQuery(answer.Headers.Location!.Query)["error"]);
    }

    [Theory]
    [InlineData(Registration.ScriptSecret, HttpStatusCode.OK)]
    [InlineData("wrong", HttpStatusCode.Unauthorized)]
    public async Task AScriptNeedsItsSecretAndGetsNoScope(string secret, HttpStatusCode expected)
    {
        await using var issuer = await RunningIssuer.StartAsync();

        var (status, answer) = await PostAsync(issuer, new() { ["grant_type"] = "client_credentials", ["client_id"] = Registration.ScriptClient, ["client_secret"] = secret });

        Assert.Equal(expected, status);
        if (status == HttpStatusCode.OK)
            Assert.DoesNotContain(new JsonWebToken(answer.GetProperty("access_token").GetString()).Claims, claim => claim.Type is "scp" or "name");
    }

    private static Dictionary<string, string?> Asked() => new()
    {
        ["response_type"] = "code",
        ["client_id"] = Registration.PublicClient,
        ["redirect_uri"] = Page,
        ["scope"] = "openid profile",
        ["state"] = "some state",
        ["nonce"] = "some nonce",
        ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
        ["code_challenge_method"] = "S256",
    };

    private static async Task<Dictionary<string, string?>> PickAsync(RunningIssuer issuer, string person)
    {
        var form = Asked();
        form["person"] = person;
        using var answer = await issuer.Client.PostAsync(Discovery.Authorize, new FormUrlEncodedContent(form), Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith(Page, answer.Headers.Location!.AbsoluteUri);
        return QueryHelpers.ParseQuery(answer.Headers.Location.Query).ToDictionary(pair => pair.Key, pair => (string?)pair.Value);
    }

    private static Task<(HttpStatusCode Status, JsonElement Answer)> RedeemAsync(RunningIssuer issuer, string code, string verifier) => PostAsync(issuer, new()
    {
        ["grant_type"] = "authorization_code",
        ["code"] = code,
        ["client_id"] = Registration.PublicClient,
        ["redirect_uri"] = Page,
        ["code_verifier"] = verifier,
    });

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(RunningIssuer issuer, Dictionary<string, string> form)
    {
        using var answer = await issuer.Client.PostAsync(Discovery.Token, new FormUrlEncodedContent(form), Cancellation);
        var body = await answer.Content.ReadAsStringAsync(Cancellation);
        return (answer.StatusCode, JsonDocument.Parse(body).RootElement);
    }
}
