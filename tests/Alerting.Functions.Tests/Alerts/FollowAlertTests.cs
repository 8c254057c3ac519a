using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Alerting.Alerts;
using Alerting.Bus;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Receipts;
using Alerting.Testing;

namespace Alerting.Functions.Tests.Alerts;

public sealed class FollowAlertTests : IAsyncDisposable
{
    private readonly AlertingApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AFollowerHearsTheCountsTheirChangesAndTheEnd()
    {
        var id = await DeclaredAsync();
        using var answer = await FollowAsync(id);
        await using var events = Events(answer);

        Assert.Equal("text/event-stream", answer.Content.Headers.ContentType?.MediaType);
        Assert.False((await NextAsync(events, "progress")).GetProperty("isPlanned").GetBoolean());
        await SendAsync();
        await PassAsync();
        var sent = await NextAsync(events, "progress");
        Assert.Equal((1, 1, 0), Sms(sent));
        await ReportAsync();
        await PassAsync();
        Assert.Equal((1, 1, 1), Sms(await NextAsync(events, "progress")));
        Assert.Equal((1, 1, 1), Sms(await NextAsync(events, "end")));
        Assert.False(await events.MoveNextAsync());
    }

    [Fact]
    public async Task TheDataIsTheDocumentOfTheAlert()
    {
        var id = await DeclaredAsync();
        using var answer = await FollowAsync(id);
        await using var events = Events(answer);

        var told = await NextAsync(events, "progress");

        Assert.Equal((await (await Client().GetAsync($"/api/alerts/{id}", Token)).JsonAsync()).GetRawText(), told.GetRawText());
    }

    [Fact]
    public async Task WhoComesBackWithTheLastIdIsNotToldItAgain()
    {
        var id = await DeclaredAsync();
        string last;
        using (var first = await FollowAsync(id))
        {
            await using var seen = Events(first);
            await NextAsync(seen, "progress");
            last = seen.Current.EventId!;
        }

        using var again = await FollowAsync(id, last);
        await using var events = Events(again);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal(("heartbeat", ""), (events.Current.EventType, events.Current.Data));

        using var confused = await FollowAsync(id, "nonsense");
        await using var all = Events(confused);
        await NextAsync(all, "progress");
    }

    [Fact]
    public async Task AStreamWithoutNewsBeatsAndEndsWithItsLife()
    {
        var id = await DeclaredAsync();
        using var answer = await FollowAsync(id);
        await using var events = Events(answer);
        await NextAsync(events, "progress");
        var looks = (int)(ProgressFollower.LongestLife / ProgressFollower.Pause);

        for (var look = 0; look < looks; look++)
            await PassAsync();

        var beats = 0;
        while (await events.MoveNextAsync())
            beats += events.Current.EventType == "heartbeat" ? 1 : throw new InvalidOperationException(events.Current.EventType);
        Assert.Equal((int)(ProgressFollower.LongestLife / ProgressFollower.LongestSilence), beats);
    }

    [Fact]
    public void ALifeIsHalfOfWhatTheHostLetsAFunctionTake()
    {
        var host = JsonElement.Parse(File.ReadAllBytes(Repository.PathTo("functions", "host.json")));

        Assert.Equal(host.GetProperty("functionTimeout").GetString(), $"{2 * ProgressFollower.LongestLife:c}");
    }

    [Theory]
    [InlineData("20190318-AAAAAA")]
    [InlineData("nonsense")]
    public async Task AnUnknownAlertCannotBeFollowed(string id) =>
        await (await FollowAsync(id)).RefusedAsync(HttpStatusCode.NotFound, "alert-unknown", "id");

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private HttpClient Client() => app.CreateClient(Roles.Auditor);

    // A test declaration: nobody is called, so the last report is the end.
    private async Task<string> DeclaredAsync()
    {
        await app.Directory.PutAsync([Some.Body()], Token);
        return await app.DeclareAsync(Declarations.Proposals.With("status", "\"test\""));
    }

    private async Task<HttpResponseMessage> FollowAsync(string id, string? seen = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/alerts/{id}/progress");
        if (seen is not null)
            request.Headers.Add("Last-Event-ID", seen);
        return await Client().SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
    }

    private static IAsyncEnumerator<SseItem<string>> Events(HttpResponseMessage answer) =>
        SseParser.Create(answer.Content.ReadAsStream(Token)).EnumerateAsync(Token).GetAsyncEnumerator(Token);

    private static async Task<JsonElement> NextAsync(IAsyncEnumerator<SseItem<string>> events, string type)
    {
        Assert.True(await events.MoveNextAsync());
        Assert.Equal(type, events.Current.EventType);
        return JsonElement.Parse(events.Current.Data);
    }

    private Task PassAsync() => app.Clock.ReachAsync(app.Clock.GetUtcNow() + ProgressFollower.Pause);

    private async Task SendAsync()
    {
        await (await app.PostTriggerAsync("PlanAlert", HostEnvelopes.Of(app.Bus.Sent(Entities.Declarations)[^1]))).JsonAsync();
        await (await app.PostTriggerAsync("DeliverSms", HostEnvelopes.Of(Assert.Single(app.Bus.Sent(Entities.Sms))))).JsonAsync();
        await (await app.PostTriggerAsync("DeliverEmail", HostEnvelopes.Of(Assert.Single(app.Bus.Sent(Entities.Email))))).JsonAsync();
    }

    private async Task ReportAsync()
    {
        Assert.True(BatchMessage.TryRead(app.Bus.Sent(Entities.Sms)[0].Body.Span, out var batch));
        var receipt = ReceiptMessage.For([new(batch!.Value, 0, ReceiptKind.Delivered, Some.Now, "SM1")]);
        await (await app.PostTriggerAsync("RecordReceipts", HostEnvelopes.OfMany(receipt))).JsonAsync();
    }

    private static (int Planned, int Sent, int Delivered) Sms(JsonElement alert)
    {
        var counts = alert.GetProperty("channels").GetProperty("sms");
        return (counts.GetProperty("planned").GetInt32(), counts.GetProperty("sent").GetInt32(), counts.GetProperty("delivered").GetInt32());
    }
}
