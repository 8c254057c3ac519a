using Alerting.Adapters.Twilio;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Receipts;
using Alerting.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace Alerting.Adapters.Tests.Twilio;

public sealed class TwilioWebhookTests
{
    private readonly BatchId batch = Some.Batch().Id;

    [Theory]
    [InlineData("queued", ReceiptKind.Underway)]
    [InlineData("sent", ReceiptKind.Underway)]
    [InlineData("something-new", ReceiptKind.Underway)]
    [InlineData("delivered", ReceiptKind.Delivered)]
    [InlineData("read", ReceiptKind.Delivered)]
    [InlineData("undelivered", ReceiptKind.Failed)]
    [InlineData("failed", ReceiptKind.Failed)]
    [InlineData("canceled", ReceiptKind.Failed)]
    public void AStatusCallbackIsAReceipt(string status, ReceiptKind kind) =>
        Assert.Equal(
            new(batch, 17, kind, Some.Now, "SM1"),
            TwilioWebhook.ReadReceipt($"{batch}/17", Form($"MessageSid=SM1&MessageStatus={status}&New=1"), Some.Now));

    [Fact]
    public void AFailureKeepsItsCode() =>
        Assert.Equal("30003", TwilioWebhook.ReadReceipt($"{batch}/0", Form("MessageSid=SM1&MessageStatus=failed&ErrorCode=30003"), Some.Now)?.Code);

    [Theory]
    [InlineData("failed", "30004", true)]
    [InlineData("undelivered", "30005", true)]
    [InlineData("undelivered", "30006", true)]
    [InlineData("undelivered", "30003", null)]
    [InlineData("failed", "30008", null)]
    [InlineData("failed", "", null)]
    [InlineData("delivered", "30006", null)]
    public void OnlyAFailureThatLastsIsTheNumbersFault(string status, string code, bool? isAtFault) =>
        Assert.Equal(isAtFault, TwilioWebhook.ReadReceipt($"{batch}/0", Form($"MessageSid=SM1&MessageStatus={status}&ErrorCode={code}"), Some.Now)?.IsAddressAtFault);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/1")]
    [InlineData("20190318-7K3Q9F.sms.1.00003")]
    [InlineData("20190318-7K3Q9F.sms.1.00003/")]
    [InlineData("20190318-7K3Q9F.sms.1.00003/-1")]
    [InlineData("20190318-7K3Q9F.sms.1.00003/100")]
    [InlineData("20190318-7K3Q9F.sms.1.00003/1/2")]
    [InlineData("' or 1 eq 1/1")]
    public void ACallbackThatNamesNoDeliveryIsNoReceipt(string? delivery) =>
        Assert.Null(TwilioWebhook.ReadReceipt(delivery, Form("MessageSid=SM1&MessageStatus=sent"), Some.Now));

    [Theory]
    [InlineData("MessageSid=SM1")]
    [InlineData("MessageStatus=sent")]
    [InlineData("")]
    public void ACallbackWithoutMessageOrStatusIsNoReceipt(string form) =>
        Assert.Null(TwilioWebhook.ReadReceipt($"{batch}/1", Form(form), Some.Now));

    [Fact]
    public void TheNameOfADeliveryIsReadAsItIsWritten()
    {
        Assert.True(StatusCallback.TryParse(StatusCallback.Name(batch, 99), out var read, out var index));
        Assert.Equal((batch, 99), (read, index));
    }

    [Fact]
    public void AnInboundMessageIsAReply()
    {
        Assert.Equal(
            new(new("+3197000000001"), "7K3Q ja", Some.Now, "SM9"),
            TwilioWebhook.ReadReply(Form("MessageSid=SM9&From=%2B3197000000001&Body=7K3Q+ja"), Some.Now));
        Assert.Equal("", TwilioWebhook.ReadReply(Form("MessageSid=SM9&From=%2B3197000000001"), Some.Now)?.Text);
        Assert.Null(TwilioWebhook.ReadReply(Form("MessageSid=SM9"), Some.Now));
        Assert.Null(TwilioWebhook.ReadReply(Form("From=%2B3197000000001"), Some.Now));
    }

    private static FormCollection Form(string text) => new(QueryHelpers.ParseQuery(text));
}
