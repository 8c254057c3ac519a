using Alerting.Alerts;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Testing;

namespace Alerting.Tests.Alerts;

public sealed class AlertReadingTests
{
    private static readonly DeclarationId Alert = DeclarationId.New(Some.Now);
    private static readonly AlertPlan Plan = new(Alert, Some.Now, Batches: 2, Sms: 3, Email: 3, "v1");

    private static readonly BatchProgress Texts = Counts(Channel.Sms) with { Delivered = 1, Failed = 1, Superseded = 1 };
    private static readonly BatchProgress Mails = Counts(Channel.Email) with { Sent = 3 };

    [Fact]
    public void EveryRowThatIsWrittenMakesAnotherRevision()
    {
        var before = AlertReading.Of(null, [Texts, Mails]).Revision;

        Assert.True(AlertReading.Of(Plan, [Texts, Mails]).Revision > before);
        Assert.True(AlertReading.Of(null, [Texts, Mails with { RowCount = Mails.RowCount + 1 }]).Revision > before);
        Assert.True(AlertReading.Of(null, [Texts]).Revision < before);
    }

    [Fact]
    public void WhatIsPlannedAndEndedIsSettled() => Assert.True(AlertReading.IsSettled(Plan, [Texts, Mails]));

    [Fact]
    public void AnAlertForNobodyIsSettledOncePlanned()
    {
        Assert.True(AlertReading.IsSettled(Plan with { Batches = 0, Sms = 0, Email = 0 }, []));
        Assert.False(AlertReading.IsSettled(null, []));
    }

    [Fact]
    public void NothingIsSettledBeforeAllIsPlannedAndCounted()
    {
        Assert.False(AlertReading.IsSettled(null, [Texts, Mails]));
        Assert.False(AlertReading.IsSettled(Plan, [Texts]));
        Assert.False(AlertReading.IsSettled(Plan, [Texts, Counts(Channel.Voice) with { Delivered = 3 }]));
    }

    [Fact]
    public void ATextMessageWithoutAReportIsNotSettledAndAMailIs()
    {
        Assert.False(AlertReading.IsSettled(Plan, [Texts with { Delivered = 0, Sent = 1 }, Mails]));
        Assert.False(AlertReading.IsSettled(Plan, [Texts, Mails with { Sent = 2, Open = 1 }]));
    }

    [Fact]
    public void ACallThatIsNotOverKeepsAnAlertOpen()
    {
        var call = Counts(Channel.Voice) with { Sent = 3 };

        Assert.False(AlertReading.IsSettled(Plan, [Texts, Mails, call]));
        Assert.True(AlertReading.IsSettled(Plan, [Texts, Mails, call with { Delivered = 2, Failed = 1 }]));
    }

    private static BatchProgress Counts(Channel channel)
    {
        var texts = BatchId.Of(Alert, channel == Channel.Voice ? Channel.Sms : channel, 1, 0);
        return new(channel == Channel.Voice ? texts.Calls(1) : texts, 4, Planned: 3, Sent: 0, Delivered: 0, Failed: 0, Superseded: 0, Acknowledged: 0, Open: 0, null, null);
    }
}
