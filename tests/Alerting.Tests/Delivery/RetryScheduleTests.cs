using Alerting.Delivery;
using Alerting.Testing;
using CsCheck;

namespace Alerting.Tests.Delivery;

public sealed class RetryScheduleTests
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly RetrySchedule Schedule = new(First, Longest);

    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(3, 20)]
    [InlineData(6, 160)]
    public void EachPauseIsTwiceTheOneBefore(int claims, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Pause(claims, jitter: 1));

    [Theory]
    [InlineData(7)]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(int.MaxValue)]
    public void NoPauseIsLongerThanTheLongestHoweverManyCameBefore(int claims) => Assert.Equal(Longest, Pause(claims, jitter: 1));

    [Theory]
    [InlineData(1, 0, 2.5)]
    [InlineData(1, 0.5, 3.75)]
    [InlineData(2, 0, 5)]
    [InlineData(100, 0, 150)]
    public void JitterPlacesAPauseBetweenItsHalfAndItsWhole(int claims, double jitter, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Pause(claims, jitter));

    [Fact]
    public void OfOneNumberOfClaimsNoTwoJittersAreFurtherApartThanHalfThePause() =>
        Gen.Select(Gen.Int[1, 40], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((claims, one, other) =>
            (Pause(claims, one) - Pause(claims, other)).Duration() <= Pause(claims, jitter: 1) / 2);

    [Fact]
    public void NothingIsTriedAtTheDeadlineOrAfterIt()
    {
        Assert.Equal(Some.Now + First, Schedule.Next(1, Some.Now, Some.Now + First + TimeSpan.FromTicks(1), jitter: 1));
        Assert.Null(Schedule.Next(1, Some.Now, Some.Now + First, jitter: 1));
        Assert.Null(Schedule.Next(1, Some.Now, Some.Now.AddSeconds(-1), jitter: 0));
    }

    private static TimeSpan Pause(int claims, double jitter) => Schedule.Next(claims, Some.Now, DateTimeOffset.MaxValue, jitter)!.Value - Some.Now;
}
