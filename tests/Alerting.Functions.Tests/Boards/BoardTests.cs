using System.Net;
using System.Text.Json;
using Alerting.Bus;

namespace Alerting.Functions.Tests.Boards;

public sealed class BoardTests : IAsyncDisposable
{
    private readonly AlertingApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ABoardLearnsWhereToConnectAndWhereToCatchUp()
    {
        var invitation = await (await app.CreateClient(Roles.Auditor).PostJsonAsync("/api/boards/negotiate", """{ "lastSequence": 7 }""")).JsonAsync();

        Assert.Equal("token-of-Auditor-1", invitation.GetProperty("accessToken").GetString());
        Assert.Equal("/api/boards/feed?since=7", invitation.GetProperty("feed").GetString());
        Assert.Equal("declaration", invitation.GetProperty("target").GetString());
    }

    [Fact]
    public async Task AClientThatPostsNothingMayConnect()
    {
        var response = await app.CreateClient(Roles.Auditor).PostAsync("/api/boards/negotiate?negotiateVersion=1", null, Token);

        Assert.Equal("/api/boards/feed?since=0", (await response.JsonAsync()).GetProperty("feed").GetString());
    }

    [Theory]
    [InlineData("""{ "last": 7 }""", "unknown-field", "last")]
    [InlineData("""{ "lastSequence": "7" }""", "wrong-type", "lastSequence")]
    [InlineData("""{ "lastSequence": -1 }""", "since-form", "lastSequence")]
    public async Task ABoardThatAsksWronglyIsRefused(string body, string rule, string field) =>
        await (await app.CreateClient(Roles.Auditor).PostJsonAsync("/api/boards/negotiate", body)).RefusedAsync(HttpStatusCode.UnprocessableEntity, rule, field);

    [Fact]
    public async Task AReconnectingBoardGetsTheLevelsAndWhatItMissed()
    {
        await app.DeclareAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await app.DeclareAsync(Declarations.Proposals.With("scope", """{ "type": "sector", "code": "rail" }"""));

        var feed = await FeedAsync("?since=1");

        Assert.Equal(2, feed.GetProperty("sequence").GetInt32());
        Assert.Equal(["NL 4", "PV26 5", "rail 5"], feed.GetProperty("levels").EnumerateArray().Select(level => $"{level.GetProperty("scope").GetProperty("code")} {level.GetProperty("level")}"));
        Assert.Equal([second], feed.GetProperty("missed").EnumerateArray().Select(notice => notice.GetProperty("declaration").GetProperty("id").GetString()));
    }

    [Fact]
    public async Task ABoardThatMissedVeryManyGetsTheNewestHundred()
    {
        for (var number = 0; number < 102; number++)
            await app.DeclareAsync();

        var missed = (await FeedAsync("?since=1")).GetProperty("missed").EnumerateArray().Select(notice => notice.GetProperty("sequence").GetInt32()).ToList();

        Assert.Equal(Enumerable.Range(3, 100), missed);
    }

    [Fact]
    public async Task ALapsedLevelIsOffTheBoard()
    {
        await app.DeclareAsync();
        app.Clock.Advance(TimeSpan.FromHours(8));

        var feed = await FeedAsync("");

        Assert.Equal(["NL"], feed.GetProperty("levels").EnumerateArray().Select(level => level.GetProperty("scope").GetProperty("code").GetString()));
        Assert.Single(feed.GetProperty("missed").EnumerateArray());
    }

    [Fact]
    public async Task APushSaysWhatTheFeedSays()
    {
        await app.DeclareAsync();
        await (await app.PostTriggerAsync("PushToBoards", HostEnvelopes.Of(app.Bus.Sent(Entities.Declarations)[^1]))).JsonAsync();

        Assert.Equal(
            (await FeedAsync("")).GetProperty("missed")[0].ToString(),
            JsonElement.Parse(Assert.Single(app.Boards.Pushes).Json).ToString());
    }

    [Theory]
    [InlineData("?since=-1")]
    [InlineData("?since=x")]
    [InlineData("?since=1.5")]
    public async Task ASequenceNumberThatIsNoneIsRefused(string query) =>
        await (await app.CreateClient(Roles.Auditor).GetAsync($"/api/boards/feed{query}", Token)).RefusedAsync(HttpStatusCode.UnprocessableEntity, "since-form", "since");

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<JsonElement> FeedAsync(string query) => await (await app.CreateClient(Roles.Auditor).GetAsync($"/api/boards/feed{query}", Token)).JsonAsync();
}
