using System.Net;
using Alerting.Adapters.Twilio;
using Alerting.Delivery.Receipts;
using Alerting.Local.Hosting;
using Alerting.Local.Twilio;
using Alerting.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Alerting.Adapters.Tests.Twilio;

/// <summary>What became of a message, asked of the stand-in, whose magic numbers choose it.</summary>
public sealed class TwilioReportTests : IAsyncLifetime
{
    private readonly FakeTimeProvider clock = new(Some.Now);
    private readonly WebApplication standIn;
    private TwilioSms sms = null!;

    public TwilioReportTests() => standIn = TwilioApp.Build(new() { Port = 0 }, clock);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await standIn.StartAsync(Token);
        sms = new(TwilioAccount.Options with { BaseUrl = new($"http://127.0.0.1:{Serving.PortOf(standIn)}"), Timeout = TimeSpan.FromSeconds(30) }, TwilioAccount.Public);
    }

    public async ValueTask DisposeAsync()
    {
        sms.Dispose();
        await standIn.DisposeAsync();
    }

    [Theory]
    [InlineData("00500", ReceiptKind.Failed, "30005", true)]
    [InlineData("00300", ReceiptKind.Failed, "30003", null)]
    [InlineData("12345", ReceiptKind.Delivered, null, null)]
    public async Task AMessageIsUnderwayAndThenHasItsEnd(string number, ReceiptKind end, string? code, bool? isAtFault)
    {
        var sent = await sms.SendAsync(Some.Sms() with { To = new($"+31970999{number}") }, Token);

        Assert.Equal(new(ReceiptKind.Underway), await sms.FindReportAsync(sent.ProviderId!, Token));
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new(end, code, isAtFault), await sms.FindReportAsync(sent.ProviderId!, Token));
    }

    [Theory]
    [InlineData("SM00000000000000000000000000000000")]
    [InlineData("../../Accounts")]
    public async Task AMessageThatTheAccountDoesNotHaveHasNoReport(string id) => Assert.Null(await sms.FindReportAsync(id, Token));

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError, "{}")]
    [InlineData(HttpStatusCode.TooManyRequests, "{}")]
    [InlineData(HttpStatusCode.OK, "no JSON")]
    [InlineData(HttpStatusCode.OK, """{"status":"failed","error_code":"words"}""")]
    public async Task AnAnswerThatSaysNothingIsAnOutage(HttpStatusCode status, string body)
    {
        using var answering = new ScriptedHandler(() => ScriptedHandler.Json(status, body));
        using var asked = new TwilioSms(TwilioAccount.Options, TwilioAccount.Public, answering);

        await Assert.ThrowsAsync<HttpRequestException>(() => asked.FindReportAsync("SM1", Token));
        Assert.EndsWith("/Messages/SM1.json", answering.Requests[0].Address.AbsolutePath, StringComparison.Ordinal);
    }
}
