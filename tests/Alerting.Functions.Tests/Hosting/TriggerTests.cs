using System.Net;
using System.Text;
using Alerting.Bus;
using Alerting.Local.Tests.Functions;

namespace Alerting.Functions.Tests.Hosting;

public sealed class TriggerTests : IAsyncDisposable
{
    private readonly AlertingApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheHostFindsTheProgramUp() => Assert.Equal(HttpStatusCode.OK, (await app.Anybody().GetAsync("/", Token)).StatusCode);

    [Fact]
    public async Task EveryRecordedTimerRunsAndIsAnsweredWithAJsonObject()
    {
        foreach (var name in HostEnvelope.Names("request-timer").Concat(HostEnvelope.Names("request-retry")))
        {
            var response = await app.PostTriggerAsync("SweepOutbox", HostEnvelope.Load(name).RequestBody);

            Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
            Assert.Equal("{}", (await response.JsonAsync()).ToString());
        }
    }

    [Theory]
    [InlineData("request-sb-batch-binary-1")]
    [InlineData("request-sb-batch-binary-2")]
    [InlineData("request-sb-batch-string-2")]
    public async Task ARecordedBatchOfOthersIsTakenAndLeavesNothing(string recording)
    {
        await (await app.PostTriggerAsync("RecordReceipts", HostEnvelope.Load(recording).RequestBody)).JsonAsync();
        await (await app.PostTriggerAsync("TakeInReplies", HostEnvelope.Load(recording).RequestBody)).JsonAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "Data": {}, "Metadata": {} }""")]
    [InlineData("""{ "Data": [], "Metadata": [] }""")]
    public async Task WhatIsNoEnvelopeFails(string body) =>
        Assert.Equal(HttpStatusCode.InternalServerError, (await app.PostTriggerAsync("TakeInDeclaration", body)).StatusCode);

    [Fact]
    public async Task AChunkedEnvelopeIsRead()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/SweepOutbox") { Content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(HostEnvelopes.Timer))) };
        request.Headers.TransferEncodingChunked = true;

        Assert.Equal(HttpStatusCode.OK, (await app.Anybody().SendAsync(request, Token)).StatusCode);
    }

    [Fact]
    public async Task ATraceGoesOnThroughTheQueues()
    {
        const string Trace = "0af7651916cd43dd8448eb211c80319c";
        var request = Declarations.Proposals.Utrecht;
        var body = $$"""{ "schemaVersion": "1", "source": "LCMS", "requestId": "r-1", "proposal": {{request}} }""";

        await (await app.PostTriggerAsync("TakeInDeclaration", HostEnvelopes.Of(new("m-1", Encoding.UTF8.GetBytes(body)) { TraceParent = $"00-{Trace}-b7ad6b7169203331-01" }))).JsonAsync();

        Assert.Contains(Trace, Assert.Single(app.Bus.Sent(Entities.Declarations)).TraceParent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFailureOnOurSideSaysNothingOfTheInside()
    {
        app.Boards.Down = true;
        await app.DeclareAsync();

        var response = await app.PostTriggerAsync("PushToBoards", HostEnvelopes.Of(app.Bus.Sent(Entities.Declarations)[^1]));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var text = await response.Content.ReadAsStringAsync(Token);
        Assert.Contains("urn:alerting:problem:internal", text, StringComparison.Ordinal);
        Assert.DoesNotContain("boards", text.Replace("PushToBoards", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
