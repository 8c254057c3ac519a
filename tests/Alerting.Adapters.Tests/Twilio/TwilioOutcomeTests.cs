using System.Net;
using Alerting.Adapters.Twilio;
using Alerting.Delivery.Channels;
using Alerting.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Alerting.Adapters.Tests.Twilio;

/// <summary>What every kind of answer means for a delivery.</summary>
public sealed class TwilioOutcomeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AMessageIsPostedWithAllThatTheProviderMustKnow()
    {
        var message = Some.Sms() with { Text = "Niveau 5: é & \u20ac 100%", Validity = TimeSpan.FromSeconds(90.7) };
        var handler = new ScriptedHandler(() => ScriptedHandler.Json(HttpStatusCode.Created, """{"sid":"SM1","status":"queued"}"""));

        Assert.Equal(new(SendKind.Sent, "SM1"), await SendAsync(handler, message));

        var (address, body) = Assert.Single(handler.Requests);
        Assert.Equal($"https://api.twilio.com/2010-04-01/Accounts/{TwilioAccount.Options.AccountSid}/Messages.json", address.AbsoluteUri);
        var form = QueryHelpers.ParseQuery(body).ToDictionary(field => field.Key, field => field.Value.ToString());
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["To"] = message.To.Value,
                ["From"] = "+3197010000000",
                ["StatusCallback"] = $"https://alerting.example/api/webhooks/twilio/status?delivery={message.Batch}/0",
                ["ValidityPeriod"] = "90",
                ["Body"] = message.Text,
            },
            form);
    }

    [Fact]
    public async Task AMessagingServiceTakesThePlaceOfTheSender()
    {
        var handler = new ScriptedHandler(() => ScriptedHandler.Json(HttpStatusCode.Created, """{"sid":"SM1"}"""));

        await SendAsync(handler, options: TwilioAccount.Options with { From = "", MessagingServiceSid = "MG" + new string('a', 32) });

        Assert.Contains("&MessagingServiceSid=MGaaaa", handler.Requests[0].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("From=", handler.Requests[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, 21211, SendKind.Rejected)]
    [InlineData(400, 21265, SendKind.Rejected)]
    [InlineData(400, 21610, SendKind.Rejected)]
    [InlineData(400, 21614, SendKind.Rejected)]
    [InlineData(400, 21635, SendKind.Rejected)]
    [InlineData(400, 21611, SendKind.TryLater)]
    [InlineData(400, 21210, SendKind.TryLater)]
    [InlineData(400, 21212, SendKind.TryLater)]
    [InlineData(400, 21601, SendKind.TryLater)]
    [InlineData(400, 21606, SendKind.TryLater)]
    [InlineData(400, 21609, SendKind.TryLater)]
    [InlineData(400, 21659, SendKind.TryLater)]
    [InlineData(400, 21660, SendKind.TryLater)]
    [InlineData(400, 21661, SendKind.TryLater)]
    [InlineData(400, 21701, SendKind.TryLater)]
    [InlineData(400, 21705, SendKind.TryLater)]
    [InlineData(400, 30001, SendKind.TryLater)]
    [InlineData(429, 20429, SendKind.TryLater)]
    [InlineData(401, 20003, SendKind.TryLater)]
    [InlineData(400, 21408, SendKind.Refused)]
    [InlineData(400, 21608, SendKind.Refused)]
    [InlineData(400, 21612, SendKind.Refused)]
    [InlineData(400, 29999, SendKind.Refused)]
    [InlineData(500, 20500, SendKind.Unknown)]
    public async Task AnErrorCodeDecides(int status, int code, SendKind expected)
    {
        var handler = new ScriptedHandler(() => ScriptedHandler.Json((HttpStatusCode)status, $$"""{"code":{{code}},"message":"no","status":{{status}}}"""));

        Assert.Equal(new(expected, Code: $"{code}"), await SendAsync(handler));
    }

    [Theory]
    [InlineData(400, SendKind.Refused)]
    [InlineData(404, SendKind.TryLater)]
    [InlineData(408, SendKind.Unknown)]
    [InlineData(429, SendKind.TryLater)]
    [InlineData(302, SendKind.TryLater)]
    [InlineData(502, SendKind.Unknown)]
    [InlineData(503, SendKind.Unknown)]
    public async Task WithoutACodeTheStatusDecides(int status, SendKind expected)
    {
        var handler = new ScriptedHandler(() => new((HttpStatusCode)status) { Content = new StringContent("<html>gateway</html>") });

        Assert.Equal(new(expected, Code: $"http-{status}"), await SendAsync(handler));
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, SendKind.TryLater, "connect")]
    [InlineData(HttpRequestError.NameResolutionError, SendKind.TryLater, "connect")]
    [InlineData(HttpRequestError.SecureConnectionError, SendKind.TryLater, "connect")]
    [InlineData(HttpRequestError.ResponseEnded, SendKind.Unknown, "connection-lost")]
    [InlineData(HttpRequestError.Unknown, SendKind.Unknown, "connection-lost")]
    public async Task WhatFailsBeforeTheRequestLeftMayBeTriedAgain(HttpRequestError error, SendKind expected, string code)
    {
        var handler = new ScriptedHandler(() => throw new HttpRequestException(error));

        Assert.Equal(new(expected, Code: code), await SendAsync(handler));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task ATakenMessageWithAnUnreadableAnswerIsSent()
    {
        var handler = new ScriptedHandler(() => ScriptedHandler.Json(HttpStatusCode.Created, "<created/>"));

        Assert.Equal(new(SendKind.Sent), await SendAsync(handler));
    }

    [Fact]
    public async Task TheSearchReadsPagesUntilAMessageIsTooOld()
    {
        var to = Some.Sms().To;
        var handler = new ScriptedHandler(
            () => Page("/2010-04-01/next?Page=1", ("SM4", "Code AAAA", 60), ("SM3", "Code BBBB", 50)),
            () => Page("/2010-04-01/next?Page=2", ("SM2", "Code 7K3Q", 40)));
        using var sms = new TwilioSms(TwilioAccount.Options, TwilioAccount.Public, handler);

        Assert.Equal("SM2", await sms.FindSentAsync(to, "7K3Q", Some.Now, Token));

        Assert.Contains($"?To=%2B{to.Value[1..]}&", handler.Requests[0].Address.Query, StringComparison.Ordinal);
        Assert.Equal("https://api.twilio.com/2010-04-01/next?Page=1", handler.Requests[1].Address.AbsoluteUri);
    }

    [Fact]
    public async Task TheSearchEndsAtAMessageThatIsTooOld()
    {
        var handler = new ScriptedHandler(() => Page("/next", ("SM2", "Code AAAA", 0), ("SM1", "Code 7K3Q", -1)));
        using var sms = new TwilioSms(TwilioAccount.Options, TwilioAccount.Public, handler);

        Assert.Null(await sms.FindSentAsync(Some.Sms().To, "7K3Q", Some.Now.AddMilliseconds(900), Token));
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task TheSearchTakesItsCredentialsNowhereElse()
    {
        var handler = new ScriptedHandler(() => Page("https://elsewhere.example/next", ("SM2", "Code AAAA", 0)));
        using var sms = new TwilioSms(TwilioAccount.Options, TwilioAccount.Public, handler);

        await Assert.ThrowsAsync<HttpRequestException>(() => sms.FindSentAsync(Some.Sms().To, "7K3Q", Some.Now, Token));
        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData(503, "{}")]
    [InlineData(200, "no json")]
    [InlineData(200, "null")]
    public async Task ASearchThatGotNoAnswerSaysSo(int status, string body)
    {
        var handler = new ScriptedHandler(() => ScriptedHandler.Json((HttpStatusCode)status, body));
        using var sms = new TwilioSms(TwilioAccount.Options, TwilioAccount.Public, handler);

        await Assert.ThrowsAsync<HttpRequestException>(() => sms.FindSentAsync(Some.Sms().To, "7K3Q", Some.Now, Token));
    }

    private static HttpResponseMessage Page(string next, params (string Sid, string Body, int Seconds)[] messages)
    {
        var items = messages.Select(message => $$"""{"sid":"{{message.Sid}}","body":"{{message.Body}}","date_created":"{{Some.Now.AddSeconds(message.Seconds):R}}"}""");
        return ScriptedHandler.Json(HttpStatusCode.OK, $$"""{"messages":[{{string.Join(',', items)}}],"next_page_uri":"{{next}}"}""");
    }

    private static async Task<SendOutcome> SendAsync(ScriptedHandler handler, SmsMessage? message = null, TwilioOptions? options = null)
    {
        using var sms = new TwilioSms(options ?? TwilioAccount.Options, TwilioAccount.Public, handler);
        return await sms.SendAsync(message ?? Some.Sms(), Token);
    }
}
