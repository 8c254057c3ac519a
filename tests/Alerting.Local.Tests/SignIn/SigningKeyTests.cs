using System.Net;

namespace Alerting.Local.Tests.SignIn;

public sealed class SigningKeyTests
{
    [Fact]
    public async Task ANewKeySignsAndTheOldOneStaysPublished()
    {
        await using var issuer = await RunningIssuer.StartAsync();
        var before = Assert.Single(await issuer.KeyIdsAsync());
        var old = await issuer.TokenAsync(new { person = "proposer" });

        var after = await issuer.RotateAsync();

        Assert.Equal([after, before], await issuer.KeyIdsAsync());
        await using var api = await GuardedApi.StartAsync(issuer.Authority);
        Assert.Equal(HttpStatusCode.OK, (await api.AskAsync(old)).Status);
        Assert.Equal(HttpStatusCode.OK, (await api.AskAsync(await issuer.TokenAsync(new { person = "proposer" }))).Status);
    }

    [Fact]
    public async Task AfterThreeRotationsTheFirstKeyIsGone()
    {
        await using var issuer = await RunningIssuer.StartAsync();
        var first = Assert.Single(await issuer.KeyIdsAsync());
        for (var i = 0; i < 3; i++)
            await issuer.RotateAsync();

        var keys = await issuer.KeyIdsAsync();

        Assert.Equal(3, keys.Length);
        Assert.DoesNotContain(first, keys);
    }

    [Fact]
    public async Task KeysOutliveARestart()
    {
        using var folder = new TemporaryFolder();
        string[] before;
        await using (var issuer = await RunningIssuer.StartAsync(folder.Path))
        {
            await issuer.RotateAsync();
            before = await issuer.KeyIdsAsync();
        }

        await using var again = await RunningIssuer.StartAsync(folder.Path);

        Assert.Equal(before, await again.KeyIdsAsync());
    }
}
