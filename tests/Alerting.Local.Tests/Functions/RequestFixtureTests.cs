using Alerting.Local.Functions.Handler;

namespace Alerting.Local.Tests.Functions;

[Collection(InstanceZoneTests.Name)]
public sealed class RequestFixtureTests
{
    public static TheoryData<string> Cases => [.. LeftOut.Driven("request-").Where(name => name != "request-ready-probe")];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task TheSameInputsGiveTheSameRequest(string name)
    {
        var recorded = HostEnvelope.Load(name);
        using var zone = new InstanceZone(name.EndsWith("amsterdam", StringComparison.Ordinal) ? "Europe/Amsterdam" : "UTC");
        await using var handler = new RecordingHandler(_ => ScriptedAnswer.Json("{}"));
        using var client = new HandlerClient(handler.Port);

        await client.InvokeAsync(
            recorded.Given.GetProperty("function").GetProperty("name").GetString()!,
            recorded.Given.GetProperty("invocationId").GetGuid(),
            GivenInputs.Envelope(recorded.Given),
            TestContext.Current.CancellationToken);

        AssertSame(recorded, Assert.Single(handler.Taken()), handler.Port);
    }

    [Fact]
    public async Task TheReadinessProbeIsABareGetAndA404IsReady()
    {
        await using var handler = new RecordingHandler(_ => new(404, [], "length", []));
        using var client = new HandlerClient(handler.Port);
        var probe = new ReadinessProbe(client.PingAsync, TimeProvider.System, TimeSpan.FromSeconds(30));

        Assert.True(await probe.WaitAsync(TestContext.Current.CancellationToken));

        AssertSame(HostEnvelope.Load("request-ready-probe"), Assert.Single(handler.Taken()), handler.Port);
    }

    private static void AssertSame(HostEnvelope expected, RecordedRequest actual, int port)
    {
        var (method, path) = expected.RequestLine;
        Assert.Equal($"{method} {path} HTTP/1.1", actual.Line);
        Assert.Equal(expected.RequestHeaders.Select(h => $"{h.Key}: {h.Value.Replace(":8090", ":" + port, StringComparison.Ordinal)}"),
            actual.Headers.Select(h => $"{h.Key}: {h.Value}"));
        Assert.Equal(expected.RequestFraming, actual.Framing);
        Assert.Equal(expected.RequestBody, actual.Text);
    }
}
