using System.Net;
using System.Text.Json;
using Alerting.Bus;
using Alerting.Testing;

namespace Alerting.Functions.Tests.DeadLetters;

public sealed class DeadLetterTests : IAsyncDisposable
{
    private readonly AlertingApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatWasGivenUpIsListedWithTheBrokersReasonAndWithoutItsBody()
    {
        var letter = Some.DeadLetter(Entities.SubscriptionOf(Entities.PlanAlert));
        await ParkAsync(letter);

        var listed = Assert.Single(await ListAsync());

        Assert.Equal(("declarations/Subscriptions/plan-alert", letter.SequenceNumber, "MaxDeliveryCountExceeded", "open"),
            (Text(listed, "entity"), listed.GetProperty("sequenceNumber").GetInt64(), Text(listed, "reason"), Text(listed, "state")));
        Assert.Empty(listed.GetProperty("problems").EnumerateArray());
        Assert.False(listed.TryGetProperty("body", out _));
    }

    [Fact]
    public async Task AReplayGoesOutOnceAndSaysWhoAsked()
    {
        var id = await ParkAsync(Some.DeadLetter());

        var replayed = await (await PostAsync(id, "replay")).JsonAsync();

        Assert.Equal("replayed", Text(replayed, "state"));
        Assert.Equal("night-1", Text(replayed.GetProperty("handling"), "by"));
        Assert.Equal($"{id}.replay", Assert.Single(app.Bus.Sent(Entities.Sms)).MessageId);
        await (await PostAsync(id, "replay")).RefusedAsync(HttpStatusCode.Conflict, "dead-letter-handled", "");
        Assert.Empty(await ListAsync("?state=open"));
        Assert.Single(await ListAsync("?state=replayed"));
    }

    [Fact]
    public async Task WhatIsGivenUpOnceMoreIsLinkedToTheFirst()
    {
        var id = await ParkAsync(Some.DeadLetter());
        await (await PostAsync(id, "replay")).JsonAsync();
        var sent = Assert.Single(app.Bus.Sent(Entities.Sms));

        var again = await ParkAsync(Some.DeadLetter() with { MessageId = sent.MessageId, ReplayOf = sent.ReplayOf, EnqueuedAt = Some.Now.AddMinutes(1) });

        var listed = await ListAsync();
        Assert.Equal([again, id], listed.Select(letter => Text(letter, "id")));
        Assert.Equal(id, Text(listed[0], "replayOf"));
    }

    [Fact]
    public async Task ADismissalSaysWhyAndIsRemembered()
    {
        var id = await ParkAsync(Some.DeadLetter());

        await (await PostAsync(id, "dismiss", "{}")).RefusedAsync(HttpStatusCode.UnprocessableEntity, "required", "reason");
        var dismissed = await (await PostAsync(id, "dismiss", """{ "reason": "The sender has mended it." }""")).JsonAsync();

        Assert.Equal(("dismissed", "The sender has mended it."), (Text(dismissed, "state"), Text(dismissed.GetProperty("handling"), "reason")));
        await (await PostAsync(id, "replay")).RefusedAsync(HttpStatusCode.Conflict, "dead-letter-handled", "");
    }

    [Fact]
    public async Task AnUnknownLetterAndAnUnknownStateAreRefused()
    {
        await (await PostAsync("e677d19fa7ff-0123456789abcdef", "replay")).RefusedAsync(HttpStatusCode.NotFound, "dead-letter-unknown", "id");
        await (await PostAsync("nonsense", "dismiss", """{ "reason": "x" }""")).RefusedAsync(HttpStatusCode.NotFound, "dead-letter-unknown", "id");
        await (await app.CreateClient(Roles.Auditor).GetAsync("/api/alerts/dead-letters?state=lost", Token)).RefusedAsync(HttpStatusCode.UnprocessableEntity, "state-unknown", "state");
    }

    [Fact]
    public async Task AListThatIsNotAllSaysWhereItGoesOn()
    {
        var ids = new List<string>();
        foreach (var minute in Enumerable.Range(0, 5))
            ids.Add(await ParkAsync(Some.DeadLetter() with { EnqueuedAt = Some.Now.AddMinutes(minute) }));
        ids.Reverse();

        var first = await ReadAsync("?limit=2");
        var second = await ReadAsync($"?limit=2&after={Text(first, "next")}");
        var third = await ReadAsync($"?limit=2&after={Text(second, "next")}");

        Assert.Equal(ids, new[] { first, second, third }.SelectMany(Letters).Select(letter => Text(letter, "id")));
        Assert.Equal((ids[1], ids[3], null), (Text(first, "next"), Text(second, "next"), Text(third, "next")));
    }

    [Theory]
    [InlineData("limit=0", "limit-range", "limit")]
    [InlineData("limit=201", "limit-range", "limit")]
    [InlineData("limit=-1", "limit-range", "limit")]
    [InlineData("limit=many", "limit-range", "limit")]
    [InlineData("after=nonsense", "after-unknown", "after")]
    public async Task APartThatThereCannotBeIsRefused(string query, string rule, string field) =>
        await (await app.CreateClient(Roles.Auditor).GetAsync($"/api/alerts/dead-letters?{query}", Token)).RefusedAsync(HttpStatusCode.UnprocessableEntity, rule, field);

    [Fact]
    public async Task WithoutTheBrokerTheRecordIsStillReadAndAReplayIsMadeGoodLater()
    {
        var id = await ParkAsync(Some.DeadLetter());
        app.Bus.GoDown();

        Assert.Single(await ListAsync());
        var replayed = await (await PostAsync(id, "replay")).JsonAsync();
        Assert.Equal(JsonValueKind.Null, replayed.GetProperty("handling").GetProperty("sentAt").ValueKind);
        Assert.Equal(HttpStatusCode.InternalServerError, (await DrainAsync()).StatusCode);

        app.Bus.ComeUp();
        await (await DrainAsync()).JsonAsync();
        Assert.Single(app.Bus.Sent(Entities.Sms));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private async Task<string> ParkAsync(DeadLetter letter)
    {
        app.Bus.Park(letter);
        await (await DrainAsync()).JsonAsync();
        return Alerting.DeadLetters.KeptLetter.IdOf(letter);
    }

    private Task<HttpResponseMessage> DrainAsync() => app.PostTriggerAsync("DrainDeadLetters", HostEnvelopes.Timer);

    private async Task<List<JsonElement>> ListAsync(string query = "") => Letters(await ReadAsync(query));

    private async Task<JsonElement> ReadAsync(string query) =>
        await (await app.CreateClient(Roles.Auditor).GetAsync($"/api/alerts/dead-letters{query}", Token)).JsonAsync();

    private static List<JsonElement> Letters(JsonElement list) => [.. list.GetProperty("deadLetters").EnumerateArray()];

    private Task<HttpResponseMessage> PostAsync(string id, string act, string? json = null)
    {
        var client = app.CreateClient(Roles.Approver, "night-1");
        return json is null ? client.PostAsync($"/api/alerts/dead-letters/{id}/{act}", null, Token) : client.PostJsonAsync($"/api/alerts/dead-letters/{id}/{act}", json);
    }
}
