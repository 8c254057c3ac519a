using Alerting.Local.Functions.Timers;

namespace Alerting.Local.Tests.Functions;

public sealed class TimerScheduleTests
{
    private static readonly DateTimeOffset Noon = new(2024, 5, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0 */5 * * * *", "2024-05-01T12:05:00")]
    [InlineData("*/5 * * * *", "2024-05-01T12:05:00")]
    [InlineData("30 0 12 * * *", "2024-05-01T12:00:30")]
    [InlineData("0 0 9 * * MON-FRI", "2024-05-02T09:00:00")]
    [InlineData("0 30 9 1 JAN *", "2025-01-01T09:30:00")]
    public void SixFieldsHaveSecondsAndFiveDoNot(string text, string next) =>
        Assert.Equal(next, TimerSchedule.Parse(text, out _)!.After(Noon).ToString("yyyy-MM-ddTHH:mm:ss", null));

    [Theory]
    [InlineData("")]
    [InlineData("00:05:00")]
    [InlineData("0 0 0 L * *")]
    [InlineData("0 0 0 ? * MON#1")]
    [InlineData("61 * * * * *")]
    [InlineData("0 0 0 30 2 *")]
    [InlineData("@every_minute")]
    [InlineData("* * * *")]
    public void WhatTheHostWouldNotUnderstandIsRefusedWithItsText(string text)
    {
        Assert.Null(TimerSchedule.Parse(text, out var problem));
        Assert.Contains($"'{text}'", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*/30 * * * * *", true)]
    [InlineData("0,30 0 * * * *", true)]
    [InlineData("0 * * * * *", false)]
    public void OccurrencesWithinAMinuteAreSeen(string text, bool within) =>
        Assert.Equal(within, TimerSchedule.Parse(text, out _)!.RecursWithinAMinute);
}
