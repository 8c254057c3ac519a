using System.Net;

namespace Alerting.Functions.Tests.Upkeep;

public sealed class DocsTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("scalar.js")]
    [InlineData("scalar.aspnetcore.js")]
    public async Task EverybodyMayReadThePageAndNothingInItComesFromElsewhere(string file)
    {
        using var answer = await shared.App.Anybody().GetAsync(new Uri($"/api/docs/{file}", UriKind.Relative), Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheScriptInThePageIsAllowedByANonceThatIsNeverUsedAgain()
    {
        var first = await NonceAsync();
        var second = await NonceAsync();

        Assert.NotEqual(first, second);
    }

    private async Task<string> NonceAsync()
    {
        using var answer = await shared.App.Anybody().GetAsync(new Uri("/api/docs/", UriKind.Relative), Token);
        var nonce = answer.Headers.GetValues("Content-Security-Policy").Single().Split("'nonce-")[1].TrimEnd('\'');
        Assert.Contains($"nonce=\"{nonce}\"", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        return nonce;
    }
}
