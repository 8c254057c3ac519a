using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;
using Alerting.Testing;

namespace Alerting.Tests.Delivery.Receipts;

public sealed class MissingReportsTests
{
    private const int Never = -1;

    private readonly MissingReports missing = new(TimeSpan.FromMinutes(5));

    [Theory]
    [InlineData(4, Never, false)]
    [InlineData(5, Never, true)]
    [InlineData(29, 5, false)]
    [InlineData(30, 5, true)]
    [InlineData(30, 6, true)]
    [InlineData(119, 30, false)]
    [InlineData(120, 30, true)]
    [InlineData(1440, 120, false)]
    // A process that has just started asks once for all moments that it missed.
    [InlineData(300, Never, true)]
    [InlineData(301, 300, false)]
    [InlineData(1440, Never, true)]
    [InlineData(1441, Never, false)]
    public void ABatchIsAskedForAfterFiveMinutesAndHalfAnHourAndTwoHoursAndNotAfterADay(int minutes, int asked, bool isDue) =>
        Assert.Equal(isDue, missing.IsDue(Sent(Channel.Sms), asked == Never ? null : Some.Now.AddMinutes(asked), Some.Now.AddMinutes(minutes)));

    [Fact]
    public void WhatHasItsEndIsNotMissing()
    {
        var now = Some.Now.AddMinutes(5);

        Assert.False(missing.IsDue(Sent(Channel.Sms) with { Delivered = 7 }, null, now));
        Assert.False(missing.IsDue(Sent(Channel.Sms) with { Sent = 0, LastSentAt = null }, null, now));
        Assert.True(missing.IsDue(Sent(Channel.Sms) with { Open = 2, Delivered = 4 }, null, now));
        Assert.False(missing.IsDue(Sent(Channel.Sms) with { Open = 3, Delivered = 4 }, null, now));
    }

    [Theory]
    [InlineData(Channel.Email)]
    [InlineData(Channel.Voice)]
    public void OnlyTextMessagesAreReportedOn(Channel channel) => Assert.False(missing.IsDue(Sent(channel), null, Some.Now.AddMinutes(5)));

    [Fact]
    public void WhatNobodyReportedOnIsWhatAProviderTook()
    {
        var batch = Some.Batch(5);
        var outcomes = new OutcomeChunk(batch.Id, 1, 0,
        [
            new(0, OutcomeKind.Sent, Some.Now, "SM0", Provider: "one"),
            new(1, OutcomeKind.Sent, Some.Now, "SM1", Provider: "one"),
            new(2, OutcomeKind.Rejected, Some.Now, Code: "21211", Provider: "one"),
            new(3, OutcomeKind.Sent, Some.Now, "SM3", Provider: "one"),
        ]);
        var state = BatchState.Of(new(batch, [new(batch.Id, 1, Some.Now, Some.Now)], [outcomes], [new(batch.Id, 1, ReceiptKind.Delivered, Some.Now, "SM1")], []));

        Assert.Equal(["SM0", "SM3"], MissingReports.Of(state).Select(outcome => outcome.ProviderId));
    }

    // Three are rejected; of seven nobody has reported an end.
    private static BatchProgress Sent(Channel channel) =>
        new(Some.Batch(1, channel: channel).Id, 3, Planned: 10, Sent: 7, Delivered: 0, Failed: 3, Superseded: 0, Acknowledged: 0, Open: 0, Some.Now, Some.Now);
}
