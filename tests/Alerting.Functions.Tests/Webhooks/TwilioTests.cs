using System.Net;
using Alerting.Bus;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;
using Alerting.Testing;

namespace Alerting.Functions.Tests.Webhooks;

public sealed class TwilioTests : IAsyncDisposable
{
    private const string Status = "/api/webhooks/twilio/status?delivery=20190318-AAAAAA.sms.1.00000/0";
    private const string Reply = "/api/webhooks/twilio/reply";

    private static readonly Dictionary<string, string> Delivered = new() { ["MessageSid"] = "SM1", ["MessageStatus"] = "delivered" };

    private readonly AlertingApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ASignedReportGoesIntoTheQueueAndARepeatHasTheSameId()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(Status, Delivered)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(Status, Delivered)).StatusCode);

        var receipt = Assert.Single(ReceiptMessage.Read(Assert.Single(app.Bus.Sent(Entities.Receipts)).Body)!);
        Assert.Equal(("20190318-AAAAAA.sms.1.00000", 0, ReceiptKind.Delivered, "SM1"), (receipt.Batch.Value, receipt.Index, receipt.Kind, receipt.ProviderId));
    }

    [Theory]
    [InlineData("queued")]
    [InlineData("sending")]
    [InlineData("sent")]
    public async Task AReportThatEndsNothingIsTakenAndNotKept(string status)
    {
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(Status, new(Delivered) { ["MessageStatus"] = status })).StatusCode);

        Assert.Empty(app.Bus.Sent(Entities.Receipts));
    }

    [Fact]
    public async Task ASignedReplyGoesIntoTheQueueAndGetsNoAnswer()
    {
        var response = await PostAsync(Reply, new() { ["MessageSid"] = "SM2", ["From"] = "+31612345678", ["Body"] = "7K3Q één" });

        Assert.Equal("<Response></Response>", await response.Content.ReadAsStringAsync(Token));
        Assert.Equal("text/xml", response.Content.Headers.ContentType?.MediaType);
        var reply = ReplyMessage.Read(Assert.Single(app.Bus.Sent(Entities.Replies)).Body)!;
        Assert.Equal(("+31612345678", "7K3Q één"), (reply.From.Value, reply.Text));
    }

    [Theory]
    [InlineData(Status)]
    [InlineData(Reply)]
    [InlineData(CallTests.Ended)]
    [InlineData(CallTests.Key)]
    public async Task WithoutTheProvidersSignatureNobodyPasses(string path)
    {
        var signature = Signed.For(path, Delivered);
        var other = new Dictionary<string, string>(Delivered) { ["MessageStatus"] = "failed" };

        await ForbiddenAsync(await PostAsync(path, Delivered, signature: ""));
        await ForbiddenAsync(await PostAsync(path, Delivered, signature: "nonsense"));
        await ForbiddenAsync(await PostAsync(path, Delivered, Signed.For(path, Delivered, token: "other")));
        await ForbiddenAsync(await PostAsync(path, Delivered, Signed.For(path, Delivered, address: "http://localhost")));
        await ForbiddenAsync(await PostAsync(path, other, signature));
        await ForbiddenAsync(await PostAsync(path + (path.Contains('?', StringComparison.Ordinal) ? "&x=1" : "?x=1"), Delivered, signature));
        Assert.Empty(app.Bus.Sent(Entities.Receipts));
        Assert.Empty(app.Bus.Sent(Entities.Replies));
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("text/plain", "MessageSid=SM1")]
    [InlineData(null, "MessageSid=SM1")]
    public async Task WhatIsNoFormIsForbidden(string? mediaType, string body) =>
        await ForbiddenAsync(await app.Anybody().PostAsync(Status, Requests.Content(body, mediaType), Token));

    [Fact]
    public async Task AHugeFormIsForbidden() =>
        await ForbiddenAsync(await PostAsync(Status, new() { ["Body"] = new string('x', 70_000) }));

    [Fact]
    public async Task AReportThatNamesNoDeliveryOfOursIsTakenAndForgotten()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync("/api/webhooks/twilio/status", Delivered)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(Status, new() { ["AccountSid"] = "AC1" })).StatusCode);

        Assert.Empty(app.Bus.Sent(Entities.Receipts));
    }

    [Fact]
    public async Task WithoutTheBrokerTheProviderIsToldToTryAgain()
    {
        app.Bus.GoDown();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await PostAsync(Status, Delivered)).StatusCode);
    }

    [Fact]
    public async Task ReportsFromTheQueueCountInTheAlert()
    {
        var batch = Some.Batch(3);
        await app.Deliveries.TryPlanAsync(batch, Token);
        var nobodys = new Receipt(BatchId.Of(batch.Id.Alert, Channel.Sms, 3, 9), 0, ReceiptKind.Delivered, Some.Now, "SM9");
        var two = ReceiptMessage.For([Delivered(0), Delivered(1), nobodys]);
        var another = ReceiptMessage.For([Delivered(2)]);
        var nonsense = new BusMessage("m-x", "nonsense"u8.ToArray());

        await (await app.PostTriggerAsync("RecordReceipts", HostEnvelopes.OfMany(two, nonsense, another))).JsonAsync();

        Receipt Delivered(int index) => new(batch.Id, index, ReceiptKind.Delivered, Some.Now, $"SM{index}");
        Assert.Equal(3, Assert.Single(await app.Deliveries.ReadProgressAsync(batch.Id.Alert, Token)).Delivered);
    }

    [Theory]
    [InlineData("30005", true)]
    [InlineData("30003", false)]
    public async Task OnlyAReportThatTheNumberIsAtFaultMarksIt(string code, bool isMarked)
    {
        var batch = Some.Batch(1);
        await app.Deliveries.TryPlanAsync(batch, Token);
        await PostAsync($"/api/webhooks/twilio/status?delivery={batch.Id}/0", new() { ["MessageSid"] = "SM1", ["MessageStatus"] = "undelivered", ["ErrorCode"] = code });

        await (await app.PostTriggerAsync("RecordReceipts", HostEnvelopes.OfMany(app.Bus.Sent(Entities.Receipts)[0]))).JsonAsync();

        Assert.Equal(isMarked ? [(batch.Recipients[0].Address, code)] : [], (await app.Addresses.ReadAsync(Token)).Select(word => (word.Address, word.Code)));
    }

    [Fact]
    public async Task AReplyFromTheQueueAcknowledgesItsDelivery()
    {
        await app.Directory.PutAsync([Some.Body()], Token);
        var id = await app.DeclareAsync();
        var approved = app.Bus.Sent(Entities.Declarations)[^1];
        await (await app.PostTriggerAsync("PlanAlert", HostEnvelopes.Of(approved))).JsonAsync();
        await (await app.PostTriggerAsync("DeliverSms", HostEnvelopes.Of(app.Bus.Sent(Entities.Sms)[0]))).JsonAsync();
        var alert = await (await app.CreateClient(Roles.Auditor).GetAsync($"/api/alerts/{id}", Token)).JsonAsync();
        var reply = ReplyMessage.For(new(app.Sms.Taken[0].To, $"{alert.GetProperty("code")} gelezen", Some.Now, "SM7"));

        await (await app.PostTriggerAsync("TakeInReplies", HostEnvelopes.OfMany(reply, reply, new("m-x", "nonsense"u8.ToArray())))).JsonAsync();

        alert = await (await app.CreateClient(Roles.Auditor).GetAsync($"/api/alerts/{id}", Token)).JsonAsync();
        Assert.Equal(1, alert.GetProperty("channels").GetProperty("sms").GetProperty("acknowledged").GetInt32());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> fields, string? signature = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature ?? Signed.For(path, fields));
        return await app.Anybody().SendAsync(request, Token);
    }

    private static async Task ForbiddenAsync(HttpResponseMessage response) => await response.RefusedAsync(HttpStatusCode.Forbidden, "signature-wrong");
}
