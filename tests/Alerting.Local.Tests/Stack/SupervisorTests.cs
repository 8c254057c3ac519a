using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Alerting.Testing;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Alerting.Local.Tests.Stack;

/// <summary>The real supervisor with a few real parts: one that is ours, two that run on Node.</summary>
public sealed class SupervisorTests
{
    private const string Few = "azurite,maildev,twilio,signin";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ThePartsDieWithASupervisorThatIsKilled()
    {
        await using var stack = await StackRun.StartAsync(Ct, "--only", Few);
        var parts = stack.Addresses.Parts.Select(part => Process.GetProcessById(part.Pid!.Value)).ToArray();
        Assert.Equal(4, parts.Length);

        stack.Kill();

        await Task.WhenAll(parts.Select(part => part.WaitForExitAsync(Ct))).WaitAsync(Patience, Ct);
    }

    [Fact]
    public async Task ASignalStopsEverythingAndIsASuccess()
    {
        await using var stack = await StackRun.StartAsync(Ct, "--only", Few);
        var parts = stack.Addresses.Parts.Select(part => Process.GetProcessById(part.Pid!.Value)).ToArray();

        using (var kill = Process.Start("kill", ["-TERM", $"{stack.ProcessId}"]))
            await kill.WaitForExitAsync(Ct);

        Assert.Equal(0, await stack.EndAsync(Ct));
        Assert.All(parts, part => Assert.True(part.HasExited));
        Assert.False(Directory.Exists(stack.Addresses.Data));
    }

    [Fact]
    public async Task APartThatDiesIsReportedAndRunsAgainOnItsPort()
    {
        await using var stack = await StackRun.StartAsync(Ct, "--only", "twilio");
        var before = stack.Addresses["twilio"];

        Process.GetProcessById(before.Pid!.Value).Kill();

        Assert.Contains("Twilio stand-in ended with code 137", await stack.HearAsync("ended with code", Ct));
        await stack.HearAsync("is ready again", Ct);
        var after = (await stack.StatusAsync(Ct))["twilio"];
        Assert.Equal(("ready", before.Address, 1), (after.State, after.Address, after.Restarts));
        Assert.NotEqual(before.Pid, after.Pid);
        using var web = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await web.GetAsync(new Uri(after.Address, "_count"), Ct)).StatusCode);
    }

    [Fact]
    public async Task ATakenPortIsAnErrorOfOneLineWithoutAStackTrace()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var taken = ((IPEndPoint)holder.LocalEndpoint).Port;

        await using var stack = StackRun.Begin("--ports", "auto", "--in-memory", "--only", "twilio", "--twilio-port", $"{taken}");

        Assert.Equal(1, await stack.EndAsync(Ct));
        Assert.StartsWith($"port {taken} for the Twilio stand-in is taken", stack.Said);
        Assert.DoesNotContain('\n', stack.Said);
    }

    [Fact]
    public async Task TwoStacksDoNotShareADataFolder()
    {
        using var folder = new TemporaryFolder();
        await using var first = await StackRun.StartAsync(Ct, "--only", "signin", "--data", folder.Path);

        await using var second = StackRun.Begin("--ports", "auto", "--only", "signin", "--data", folder.Path);

        Assert.Equal(1, await second.EndAsync(Ct));
        Assert.StartsWith($"another stack uses the data folder {folder.Path}", second.Said);
    }

    [Fact]
    public async Task AFreshStartForgetsKeysAndASecondStartKeepsThem()
    {
        using var folder = new TemporaryFolder();
        var first = await KeyOfAsync(folder);
        var second = await KeyOfAsync(folder);
        var fresh = await KeyOfAsync(folder, "--fresh");

        Assert.Equal(first, second);
        Assert.NotEqual(first, fresh);
    }

    [Fact]
    public async Task TheStartPageGivesTokensAndPassesOnToTheSmsProvider()
    {
        await using var stack = await StackRun.StartAsync(Ct, "--only", "twilio,signin");
        using var web = new HttpClient { BaseAddress = stack.Addresses.StartPage };

        using var token = await web.PostAsync("/tokens/auditor", null, Ct);
        var access = (await token.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("access_token").GetString();
        Assert.Equal(["Auditor"], new JsonWebToken(access).GetPayloadValue<string[]>("roles"));
        Assert.Equal(HttpStatusCode.NotFound, (await web.PostAsync("/tokens/nobody", null, Ct)).StatusCode);
        Assert.Equal(JsonValueKind.Array, (await web.GetFromJsonAsync<JsonElement>("/sms?limit=1", Ct)).GetProperty("messages").ValueKind);
        Assert.Equal(HttpStatusCode.NotFound, (await web.PostAsync("/sms/SM00000000000000000000000000000000/reply", JsonContent.Create(new { body = "A" }), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await web.DeleteAsync("/sms", Ct)).StatusCode);
        Assert.Contains("directory-admin", await web.GetStringAsync("/", Ct));
    }

    private static async Task<string> KeyOfAsync(TemporaryFolder folder, params string[] options)
    {
        await using var stack = await StackRun.StartAsync(Ct, ["--only", "signin", "--data", folder.Path, .. options]);
        using var web = new HttpClient { BaseAddress = stack.Addresses.StartPage };
        using var token = await web.PostAsync("/tokens/auditor", null, Ct);
        return new JsonWebToken((await token.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("access_token").GetString()).Kid;
    }
}
