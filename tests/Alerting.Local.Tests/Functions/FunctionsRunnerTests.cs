using System.Net;
using System.Net.Sockets;
using Alerting.Local.Functions;

namespace Alerting.Local.Tests.Functions;

public sealed class FunctionsRunnerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AMessageWhoseHandlerDiesEachTimeEndsInTheDeadLetterQueue()
    {
        await using var broker = await BrokerApp.StartAsync();
        using var folder = new AppFolder().With("Die", """{ "type": "serviceBusTrigger", "name": "m", "queueName": "%QUEUE%", "connection": "Bus", "dataType": "binary" }""");
        await using var app = await RunningApp.StartAsync(folder, settings: [("QUEUE", "orders"), ("Bus", broker.ConnectionString)]);

        await broker.SendAsync("orders", "m-1");

        Assert.Equal("m-1", (await broker.TakeAsync("orders/$DeadLetterQueue")).Properties.MessageId);
        Assert.Equal(3, app.Log.All.Count(line => line.Text.StartsWith("Die (", StringComparison.Ordinal) && line.Text.Contains("failed, Transport", StringComparison.Ordinal)));
        await app.Log.WaitForAsync("ended with code 137");
    }

    [Fact]
    public async Task AnEmptyAnswerFailsLoudly()
    {
        await using var broker = await BrokerApp.StartAsync();
        using var folder = new AppFolder().With("Nothing", """{ "type": "serviceBusTrigger", "name": "m", "queueName": "orders", "connection": "Bus" }""");
        await using var app = await RunningApp.StartAsync(folder, settings: [("Bus", broker.ConnectionString)]);

        await broker.SendAsync("orders", "m-1");

        var (level, text) = await app.Log.WaitForAsync("the real host would hang");
        Assert.Equal(Microsoft.Extensions.Logging.LogLevel.Error, level);
        Assert.StartsWith("Nothing (", text, StringComparison.Ordinal);
        Assert.Equal("m-1", (await broker.TakeAsync("orders/$DeadLetterQueue")).Properties.MessageId);
    }

    [Fact]
    public async Task ATimerIsStartedByHandAndOtherFunctionsAreNot()
    {
        using var folder = new AppFolder().With("Talk", """{ "type": "timerTrigger", "name": "timer", "schedule": "0 0 0 1 1 *" }""").WithHttp("Echo");
        await using var app = await RunningApp.StartAsync(folder);

        Assert.Equal(HttpStatusCode.Accepted, (await app.Http.PostAsync("/admin/functions/talk", null, Stop)).StatusCode);
        await app.Log.WaitForAsync("handler: plain line");
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Http.PostAsync("/admin/functions/Echo", null, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.PostAsync("/admin/functions/Nobody", null, Stop)).StatusCode);
    }

    [Fact]
    public async Task ATakenPortIsTheEndOfIt()
    {
        using var folder = new AppFolder().WithHttp("Echo");
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        Assert.Equal(1, await FunctionsCommand.RunAsync(["--root", folder.Root, "--port", $"{port}"], Stop));
    }

    [Theory]
    [InlineData("--port", "7071")]
    [InlineData("--root", "/tmp", "--port", "many")]
    [InlineData("--folder", "/tmp")]
    [InlineData("--root")]
    public void ArgumentsThatMakeNoSenseAreRefusedWithAReason(params string[] args)
    {
        Assert.Null(FunctionsOptions.Parse(args, out var problem));
        Assert.NotEmpty(problem);
    }
}
