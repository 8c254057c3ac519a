using System.Net;
using System.Text.Json;

namespace Alerting.Local.Tests.Functions;

public sealed class RawProxyTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PathAndQueryGoThroughAsTheyCame()
    {
        using var folder = new AppFolder().WithHttp("Thing", """, "route": "things/{id}/echo" """);
        await using var app = await RunningApp.StartAsync(folder);

        using var answer = JsonDocument.Parse(await app.Http.GetStringAsync("/api/things/a%20b/echo?x=1&x=2&name=Ink%20And&code=SECRET", Stop));

        Assert.Equal("/api/things/a%20b/echo?x=1&x=2&name=Ink%20And&code=SECRET", answer.RootElement.GetProperty("target").GetString());
    }

    [Fact]
    public async Task HeadersAreKeptAndTheHostsAreAdded()
    {
        using var folder = new AppFolder().WithHttp("Echo");
        await using var app = await RunningApp.StartAsync(folder);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/Echo");
        request.Headers.Host = "alerting.example";
        request.Headers.Add("User-Agent", "board/1");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        request.Headers.Add("X-Azure-Functions-InvocationId", "spoofed");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        using var answer = JsonDocument.Parse(await (await app.Http.SendAsync(request, Stop)).Content.ReadAsStringAsync(Stop));

        var headers = answer.RootElement.GetProperty("headers");
        Assert.Equal("board/1", headers.GetProperty("User-Agent").GetString());
        Assert.Equal("alerting.example", headers.GetProperty("X-Forwarded-Host").GetString());
        Assert.Equal("http", headers.GetProperty("X-Forwarded-Proto").GetString());
        Assert.Equal("127.0.0.1", headers.GetProperty("X-Forwarded-For").GetString());
        Assert.Equal("127.0.0.1:" + app.Runner.Handler.Port, headers.GetProperty("Host").GetString());
        Assert.Equal("4.1037.0.0", headers.GetProperty("X-Azure-Functions-HostVersion").GetString());
        Assert.True(Guid.TryParse(headers.GetProperty("X-Azure-Functions-InvocationId").GetString(), out var id));
        Assert.Equal(id.ToString(), headers.GetProperty("x-ms-invocation-id").GetString());
        Assert.Equal("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", headers.GetProperty("traceparent").GetString());
    }

    [Fact]
    public async Task BinaryBodiesAndErrorAnswersGoThroughUntouched()
    {
        using var folder = new AppFolder().WithHttp("Mirror", """, "methods": ["post"] """);
        await using var app = await RunningApp.StartAsync(folder);
        var bytes = new byte[300_000];
        new Random(1).NextBytes(bytes);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/Mirror") { Content = new ByteArrayContent(bytes) };
        request.Headers.TransferEncodingChunked = true;

        var answer = await app.Http.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("yes", Assert.Single(answer.Headers.GetValues("X-Kept")));
        Assert.Equal(bytes, await answer.Content.ReadAsByteArrayAsync(Stop));
        Assert.DoesNotContain(app.Log.All, line => line.Text.Contains("failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheBeginningOfAnAnswerArrivesBeforeItsEnd()
    {
        using var folder = new AppFolder().WithHttp("Stream");
        var goOn = new TaskCompletionSource<string>();
        await using var app = await RunningApp.StartAsync(folder, moment => moment == "stream" ? goOn.Task : Task.FromResult("go"));

        using var answer = await app.Http.GetAsync("/api/Stream", HttpCompletionOption.ResponseHeadersRead, Stop);
        var stream = await answer.Content.ReadAsStreamAsync(Stop);
        var buffer = new byte[5];
        await stream.ReadExactlyAsync(buffer, Stop);
        Assert.Equal("first"u8.ToArray(), buffer);
        goOn.SetResult("go");

        using var rest = new StreamReader(stream);
        Assert.Equal("second", await rest.ReadToEndAsync(Stop));
    }

    [Fact]
    public async Task RoutesAndMethodsThatNoFunctionHasAre404()
    {
        using var folder = new AppFolder().WithHttp("Echo", """, "methods": ["get"] """).WithHttp("Off", """, "route": "off/echo" """);
        folder.With("Off", """{ "type": "httpTrigger", "name": "req", "route": "off/echo" }, { "type": "http", "name": "res" }""", """, "disabled": true""");
        await using var app = await RunningApp.StartAsync(folder);

        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/api/echo", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.PostAsync("/api/echo", null, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync("/echo", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Http.GetAsync("/api/off/echo", Stop)).StatusCode);
        Assert.Equal("text/html", (await app.Http.GetAsync("/", Stop)).Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task AFunctionOfAnotherShapeGetsTheEnvelope()
    {
        using var folder = new AppFolder(handlerMembers: """, "type": "http" """).With("Echo", """{ "type": "httpTrigger", "name": "req" }""");
        folder.WithHttp("Raw");
        await using var app = await RunningApp.StartAsync(folder);

        // The handler's answer is no envelope output, and without an http binding the caller gets the default.
        Assert.Equal(HttpStatusCode.NoContent, (await app.Http.GetAsync("/api/Echo?x=1", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/api/Raw", Stop)).StatusCode);
    }
}
