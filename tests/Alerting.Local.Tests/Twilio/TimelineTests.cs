using Alerting.Local.Twilio;

namespace Alerting.Local.Tests.Twilio;

public sealed class TimelineTests
{
    private const string Service = "MG0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData(0, "queued")]
    [InlineData(50, "sending")]
    [InlineData(150, "sent")]
    [InlineData(600, "delivered")]
    [InlineData(86_400_000, "delivered")]
    public void AMessageMovesOnWithTime(int milliseconds, string status) =>
        Assert.Equal(status, Timeline.StatusAt(Samples.Message(), Later(milliseconds)));

    [Theory]
    [InlineData(0, "accepted")]
    [InlineData(20, "queued")]
    public void AMessageOfAServiceWaitsForItsSender(int milliseconds, string status) =>
        Assert.Equal(status, Timeline.StatusAt(Samples.Message(service: Service), Later(milliseconds)));

    [Fact]
    public void AnErrorIsKnownOnlyWithTheStateThatHasIt()
    {
        var message = Samples.Message(outcome: Outcome.Undelivered(30003));
        Assert.Null(Timeline.ErrorAt(message, Later(150)));
        Assert.Equal(30003, Timeline.ErrorAt(message, Later(600)));
    }

    [Fact]
    public void AScheduledMessageWaitsForItsTimeAndACanceledOneForNothing()
    {
        var message = new Message
        {
            Id = Sid.New(),
            Account = Samples.Account,
            To = "+3197010000001",
            From = "+3197010000000",
            Body = "",
            Direction = "outbound-api",
            Segments = 1,
            Created = Samples.Noon,
            Outcome = Outcome.Delivered,
            ServiceSid = Service,
            SendAt = Samples.Noon.AddHours(1),
        };
        Assert.Equal("scheduled", Timeline.StatusAt(message, Samples.Noon.AddMinutes(59)));
        Assert.Equal("delivered", Timeline.StatusAt(message, Samples.Noon.AddMinutes(61)));
        message.Canceled = true;
        Assert.Equal("canceled", Timeline.StatusAt(message, Samples.Noon.AddMinutes(61)));
        Assert.Null(Timeline.SentAt(message, Samples.Noon.AddMinutes(61)));
    }

    [Fact]
    public void AMessageHasADateSentFromTheMomentItLeft()
    {
        var message = Samples.Message();
        Assert.Null(Timeline.SentAt(message, Later(149)));
        Assert.Equal(Later(150), Timeline.SentAt(message, Later(10_000)));
        Assert.Null(Timeline.SentAt(Samples.Message(outcome: Outcome.Failed(30001)), Later(10_000)));
    }

    [Fact]
    public void AReceivedMessageIsReceived() =>
        Assert.Equal("received", Timeline.StatusAt(Samples.Message(direction: "inbound"), Later(10_000)));

    private static DateTimeOffset Later(int milliseconds) => Samples.Noon.AddMilliseconds(milliseconds);
}
