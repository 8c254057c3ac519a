using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Alerting.Local.Functions.Handler;
using Microsoft.Extensions.Logging;

namespace Alerting.Local.Tests.Functions;

public sealed class HandlerLifeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheHostsVariablesWinOverInheritedOnes()
    {
        using var folder = new AppFolder().WithHttp("Environment");
        await using var app = await RunningApp.StartAsync(folder, settings:
            [("FUNCTIONS_CUSTOMHANDLER_PORT", "9000"), ("FUNCTIONS_HTTPWORKER_PORT", ""), ("Ours", "kept")]);

        using var answer = JsonDocument.Parse(await app.Http.GetStringAsync("/api/Environment", Stop));

        var variables = answer.RootElement.GetProperty("variables");
        var port = app.Runner.Handler.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(port, variables.GetProperty("FUNCTIONS_CUSTOMHANDLER_PORT").GetString());
        Assert.Equal(port, variables.GetProperty("FUNCTIONS_HTTPWORKER_PORT").GetString());
        Assert.True(Guid.TryParse(variables.GetProperty("FUNCTIONS_CUSTOMHANDLER_WORKER_ID").GetString(), out _));
        Assert.Equal(variables.GetProperty("FUNCTIONS_CUSTOMHANDLER_WORKER_ID").GetString(), variables.GetProperty("FUNCTIONS_HTTPWORKER_ID").GetString());
        Assert.Equal(folder.Root, variables.GetProperty("FUNCTIONS_APP_ROOT_PATH").GetString());
        Assert.Equal("kept", variables.GetProperty("Ours").GetString());
        Assert.Equal(folder.Root, answer.RootElement.GetProperty("directory").GetString());
        Assert.Empty(answer.RootElement.GetProperty("arguments").EnumerateArray());
    }

    [Fact]
    public async Task RequestsWaitUntilTheHandlerIsReady()
    {
        using var folder = new AppFolder().WithHttp("Echo");
        var go = new TaskCompletionSource<string>();
        await using var app = await RunningApp.StartAsync(folder, _ => go.Task);

        var request = app.Http.GetAsync("/api/Echo", Stop);
        Assert.Equal("Starting", (await app.StatusAsync()).GetProperty("state").GetString());
        Assert.False(request.IsCompleted);
        go.SetResult("go");

        Assert.Equal(HttpStatusCode.OK, (await request).StatusCode);
        var status = await app.StatusAsync();
        Assert.Equal("Running", status.GetProperty("state").GetString());
        Assert.Equal(app.Runner.Handler.ProcessId, status.GetProperty("handlerPid").GetInt32());
        Assert.Equal("Echo", Assert.Single(status.GetProperty("functions").EnumerateArray()).GetProperty("name").GetString());
    }

    [Fact]
    public async Task AHandlerThatExitsWith0IsNeverStartedAgain()
    {
        using var folder = new AppFolder().WithHttp("Exit").WithHttp("Echo");
        await using var app = await RunningApp.StartAsync(folder);

        using var body = new StringContent("{}");
        await app.Http.PostAsync("/api/Exit?code=0", body, Stop);
        await app.Log.WaitForAsync("ended with code 0");
        var later = await app.Http.GetAsync("/api/Echo", Stop);

        Assert.Equal(HttpStatusCode.InternalServerError, later.StatusCode);
        Assert.Equal("Dead", (await app.StatusAsync()).GetProperty("state").GetString());
        Assert.Single(app.Moments(), "start");
        Assert.False(app.Runner.Handler.GaveUp.IsCompleted);
    }

    [Fact]
    public async Task Exit200AsksForARestartThatIsNotCounted()
    {
        using var folder = new AppFolder().WithHttp("Echo");
        var starts = 0;
        await using var app = await RunningApp.StartAsync(folder, moment =>
            Task.FromResult(moment == "start" && Interlocked.Increment(ref starts) <= 4 ? "exit 200" : "go"));

        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/api/Echo", Stop)).StatusCode);
        Assert.Equal(5, starts);
    }

    [Fact]
    public async Task TheThirdErrorStopsTheHost()
    {
        using var folder = new AppFolder().WithHttp("Echo");
        await using var app = await RunningApp.StartAsync(folder, _ => Task.FromResult("exit 3"));

        var reason = await app.Runner.Handler.GaveUp.WaitAsync(TimeSpan.FromMinutes(2), Stop);

        Assert.Equal("Exceeded http worker restart retry count", reason);
        Assert.Equal(["start", "start", "start"], app.Moments());
    }

    [Fact]
    public async Task AHandlerThatCannotBeStartedCountsAsAnError()
    {
        using var folder = new AppFolder().WithHttp("Echo");
        folder.Write("host.json", """{ "customHandler": { "description": { "defaultExecutablePath": "no-such-program" } } }""");
        await using var app = await RunningApp.StartAsync(folder);

        await app.Runner.Handler.GaveUp.WaitAsync(TimeSpan.FromMinutes(2), Stop);

        Assert.Equal(3, app.Log.All.Count(line => line.Text.Contains("no-such-program cannot be started", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task AHandlerThatIsNotReadyInTimeCountsAsAnError()
    {
        using var folder = new AppFolder(handlerMembers: """, "initializationTimeout": "00:00:00.3" """).WithHttp("Echo");
        await using var app = await RunningApp.StartAsync(folder, _ => new TaskCompletionSource<string>().Task);

        await app.Runner.Handler.GaveUp.WaitAsync(TimeSpan.FromMinutes(2), Stop);

        Assert.Equal(3, app.Log.All.Count(line => line.Text.StartsWith("Initializing HttpWorker timed out", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ACrashFailsTheRequestInFlightAndTheHandlerComesBack()
    {
        using var folder = new AppFolder().WithHttp("Die").WithHttp("Echo");
        await using var app = await RunningApp.StartAsync(folder);

        using var body = new StringContent("{}");
        Assert.Equal(HttpStatusCode.InternalServerError, (await app.Http.PostAsync("/api/Die", body, Stop)).StatusCode);
        await app.Log.WaitForAsync("ended with code 137");

        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/api/Echo", Stop)).StatusCode);
        Assert.Equal(["start", "start"], app.Moments());
    }

    [Fact]
    public async Task TheHandlerIsKilledWithoutAWarning()
    {
        using var folder = new AppFolder().WithHttp("Echo");
        await using var app = await RunningApp.StartAsync(folder);
        await app.Http.GetAsync("/api/Echo", Stop);
        using var process = Process.GetProcessById(app.Runner.Handler.ProcessId!.Value);

        await app.StopRunnerAsync();
        await process.WaitForExitAsync(Stop).WaitAsync(TimeSpan.FromMinutes(1), Stop);

        Assert.Equal(["start"], app.Moments());
    }

    [Fact]
    public async Task AFunctionThatRunsTooLongGetsTheHandlerKilledAndStartedAgain()
    {
        using var folder = new AppFolder(""", "functionTimeout": "00:00:00.2" """)
            .With("Wait", """{ "type": "httpTrigger", "name": "req" }""").WithHttp("Echo");
        await using var app = await RunningApp.StartAsync(folder, moment =>
            moment == "wait" ? new TaskCompletionSource<string>().Task : Task.FromResult("go"));
        await app.Http.GetAsync("/api/Echo", Stop);
        var first = app.Runner.Handler.ProcessId;

        Assert.Equal(HttpStatusCode.InternalServerError, (await app.Http.GetAsync("/api/Wait", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/api/Echo", Stop)).StatusCode);

        Assert.NotEqual(first, app.Runner.Handler.ProcessId);
        Assert.Contains(app.Log.All, line => line.Text.Contains("failed, Timeout", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LinesOfTheHandlerArePassedOnWithALevel()
    {
        using var folder = new AppFolder().WithHttp("Talk");
        await using var app = await RunningApp.StartAsync(folder);

        await app.Http.GetAsync("/api/Talk", Stop);

        Assert.Equal(LogLevel.Information, (await app.Log.WaitForAsync("handler: plain line")).Level);
        Assert.Equal(LogLevel.Warning, (await app.Log.WaitForAsync("handler: a Warning line")).Level);
        Assert.Equal(LogLevel.Error, (await app.Log.WaitForAsync("handler: bad line")).Level);
    }
}
