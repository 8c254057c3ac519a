using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Alerting.Bus;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;
using Alerting.Testing;
using Alerting.Texts;

namespace Alerting.Functions.Tests.Webhooks;

public sealed class CallTests : IAsyncDisposable
{
    public const string Ended = "/api/webhooks/twilio/call?delivery=20190318-AAAAAA.voice.1.00000.001/0";
    public const string Key = "/api/webhooks/twilio/keypad?delivery=20190318-AAAAAA.voice.1.00000.001/0";

    private readonly AlertingApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("completed", ReceiptKind.Delivered, null)]
    [InlineData("busy", ReceiptKind.Failed, "busy")]
    [InlineData("no-answer", ReceiptKind.Failed, "no-answer")]
    [InlineData("failed", ReceiptKind.Failed, "failed")]
    public async Task TheEndOfACallGoesIntoTheQueue(string status, ReceiptKind kind, string? code)
    {
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(Ended, ("CallSid", "CA1"), ("CallStatus", status))).StatusCode);

        var receipt = Assert.Single(ReceiptMessage.Read(Assert.Single(app.Bus.Sent(Entities.Receipts)).Body)!);
        Assert.Equal(("20190318-AAAAAA.voice.1.00000.001", kind, code), (receipt.Batch.Value, receipt.Kind, receipt.Code));
    }

    [Theory]
    [InlineData("/api/webhooks/twilio/call", "completed")]
    [InlineData("/api/webhooks/twilio/call?delivery=20190318-AAAAAA.sms.1.00000/0", "completed")]
    [InlineData(Ended, "ringing")]
    public async Task WhatEndsNoCallOfOursIsTakenAndForgotten(string path, string status)
    {
        Assert.Equal(HttpStatusCode.NoContent, (await PostAsync(path, ("CallSid", "CA1"), ("CallStatus", status))).StatusCode);

        Assert.Empty(app.Bus.Sent(Entities.Receipts));
    }

    [Fact]
    public async Task TheKeyOneConfirmsIsThankedForInTheLanguageOfTheContactAndCounts()
    {
        var (alert, call) = await CalledAsync(Language.English);

        var twiml = await TwimlAsync(call, "1");
        await TakeInAsync();

        Assert.Equal("en-GB", twiml.Element("Say")?.Attribute("language")?.Value);
        Assert.Contains("Thank you", twiml.Value, StringComparison.Ordinal);
        Assert.Equal(1, (await VoiceAsync(alert)).GetProperty("acknowledged").GetInt32());
    }

    [Fact]
    public async Task AnotherKeyRepeatsTheTextOnceAndConfirmsNothing()
    {
        var (alert, call) = await CalledAsync(Language.Dutch);

        var again = (await TwimlAsync(call, "5")).Element("Gather")!;
        Assert.Contains("dreigingsniveau vijf", again.Element("Say")!.Value, StringComparison.Ordinal);
        var action = new Uri(again.Attribute("action")!.Value).PathAndQuery;
        Assert.Equal("<Response><Hangup /></Response>", await (await PostAsync(action, ("CallSid", "CA1"), ("Digits", "5"))).Content.ReadAsStringAsync(Token));

        Assert.Empty(app.Bus.Sent(Entities.Replies));
        await PostAsync(action, ("CallSid", "CA1"), ("Digits", "1"));
        await TakeInAsync();
        Assert.Equal(1, (await VoiceAsync(alert)).GetProperty("acknowledged").GetInt32());
    }

    [Theory]
    [InlineData("/api/webhooks/twilio/keypad", "1")]
    [InlineData(Key, "")]
    [InlineData(Key, "7")]
    public async Task AKeyForNoCallOfOursHangsUpAndConfirmsNothing(string path, string key)
    {
        Assert.Equal("<Response><Hangup /></Response>", await (await PostAsync(path, ("CallSid", "CA1"), ("Digits", key))).Content.ReadAsStringAsync(Token));

        Assert.Empty(app.Bus.Sent(Entities.Replies));
    }

    [Fact]
    public async Task WithoutTheBrokerNobodyIsThanked()
    {
        var (_, call) = await CalledAsync(Language.Dutch);
        app.Bus.GoDown();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await PostAsync(PathOf(call), ("CallSid", "CA1"), ("Digits", "1"))).StatusCode);
    }

    [Fact]
    public async Task AFailedTextMessageLeadsToACallBelowLevelFive()
    {
        await app.Directory.PutAsync([Some.Body()], Token);
        await app.DeclareAsync(Declarations.Proposals.With("level", "4"));
        app.Sms.Answer = _ => new(SendKind.Rejected, Code: "21614");

        await RunAsync("PlanAlert", Entities.Declarations);
        await RunAsync("DeliverSms", Entities.Sms);
        await RunAsync("DeliverVoice", Entities.Voice);

        Assert.Single(app.Voice.Taken);
    }

    [Fact]
    public async Task ATextMessageReportedAsFailedLeadsToACallAndALookComesForTheOthers()
    {
        await app.Directory.PutAsync([Some.Body() with { Contacts = [Some.Contact(), Some.Contact(2)] }], Token);
        await app.DeclareAsync(Declarations.Proposals.With("level", "4"));
        await RunAsync("PlanAlert", Entities.Declarations);
        await RunAsync("DeliverSms", Entities.Sms);
        var failed = new Receipt(app.Sms.Taken[0].Batch, 0, ReceiptKind.Failed, app.Clock.GetUtcNow(), "SM1", "30006");

        await (await app.PostTriggerAsync("RecordReceipts", HostEnvelopes.OfMany(ReceiptMessage.For([failed])))).JsonAsync();
        await RunAsync("DeliverVoice", Entities.Voice);
        Assert.Equal(app.Sms.Taken[0].To, Assert.Single(app.Voice.Taken).Call.To);
        await TwimlAsync(app.Voice.Taken[0].Call, "1");
        await TakeInAsync();

        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await RunAsync("PlanCalls", Entities.PlanCalls);
        await RunAsync("DeliverVoice", Entities.Voice);
        Assert.Equal(2, app.Voice.Taken.DistinctBy(item => item.Call.To).Count());
        Assert.Equal(2, app.Voice.Taken.Count);
    }

    [Fact]
    public async Task AFailureThatNobodyReportedIsAskedForAndLeadsToACall()
    {
        await app.Directory.PutAsync([Some.Body()], Token);
        var alert = await app.DeclareAsync(Declarations.Proposals.With("level", "4"));
        await RunAsync("PlanAlert", Entities.Declarations);
        await RunAsync("DeliverSms", Entities.Sms);
        app.Sms.Report = _ => new(ReceiptKind.Failed, "30005", true);
        await AskAsync();
        Assert.Empty(app.Bus.Sent(Entities.Voice));
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        app.Sms.CannotBeAsked = true;
        await AskAsync();
        Assert.Empty(app.Bus.Sent(Entities.Voice));
        app.Sms.CannotBeAsked = false;

        await AskAsync();

        await RunAsync("DeliverVoice", Entities.Voice);
        Assert.Equal(app.Sms.Taken[0].To, Assert.Single(app.Voice.Taken).Call.To);
        Assert.Equal(("30005", true), (await app.Addresses.ReadAsync(Token)).Select(word => (word.Code, word.IsRejected)).Single());
        var sms = (await (await app.CreateClient(Roles.Auditor).GetAsync($"/api/alerts/{alert}", Token)).JsonAsync()).GetProperty("channels").GetProperty("sms");
        Assert.Equal(1, sms.GetProperty("failed").GetInt32());
    }

    [Fact]
    public async Task TheAuditAsksForALookThatTheBrokerLost()
    {
        await app.Directory.PutAsync([Some.Body()], Token);
        await app.DeclareAsync(Declarations.Proposals.With("level", "4"));
        await RunAsync("PlanAlert", Entities.Declarations);
        await RunAsync("DeliverSms", Entities.Sms);
        await RunAsync("DeliverEmail", Entities.Email);
        var before = app.Bus.Sent(Entities.PlanCalls).Count;
        app.Clock.Advance(TimeSpan.FromMinutes(7));

        await (await app.PostTriggerAsync("AuditAlerts", HostEnvelopes.Timer)).JsonAsync();

        Assert.Equal(before + 1, app.Bus.Sent(Entities.PlanCalls).Count);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<(string Alert, VoiceCall Call)> CalledAsync(Language language)
    {
        await app.Directory.PutAsync([Some.Body() with { Contacts = [Some.Contact() with { Language = language }] }], Token);
        var alert = await app.DeclareAsync();
        await RunAsync("PlanAlert", Entities.Declarations);
        await RunAsync("DeliverSms", Entities.Sms);
        await RunAsync("DeliverVoice", Entities.Voice);
        return (alert, Assert.Single(app.Voice.Taken).Call);
    }

    // What the host would do with what the bus holds.
    private async Task RunAsync(string function, string entity)
    {
        foreach (var message in app.Bus.Sent(entity).Where(message => message.Subject is null or "approved"))
            await (await app.PostTriggerAsync(function, HostEnvelopes.Of(message))).JsonAsync();
    }

    private async Task AskAsync() => await (await app.PostTriggerAsync("AskForReports", HostEnvelopes.Timer)).JsonAsync();

    private async Task TakeInAsync() =>
        await (await app.PostTriggerAsync("TakeInReplies", HostEnvelopes.OfMany([.. app.Bus.Sent(Entities.Replies)]))).JsonAsync();

    private async Task<JsonElement> VoiceAsync(string alert) =>
        (await (await app.CreateClient(Roles.Auditor).GetAsync($"/api/alerts/{alert}", Token)).JsonAsync()).GetProperty("channels").GetProperty("voice");

    private static string PathOf(VoiceCall call) => $"/api/webhooks/twilio/keypad?delivery={call.Batch}/{call.Index}";

    private async Task<XElement> TwimlAsync(VoiceCall call, string key) =>
        XElement.Parse(await (await PostAsync(PathOf(call), ("CallSid", "CA1"), ("Digits", key))).Content.ReadAsStringAsync(Token));

    private async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        var form = fields.ToDictionary(field => field.Name, field => field.Value);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form) };
        request.Headers.TryAddWithoutValidation("X-Twilio-Signature", Signed.For(path, form));
        return await app.Anybody().SendAsync(request, Token);
    }
}
