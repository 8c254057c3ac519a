using Alerting.Alerts;
using Alerting.Testing;

namespace Alerting.Tests.Alerts;

public sealed class ProgressFollowerTests
{
    private static readonly ProgressFollower Newcomer = new(null, Some.Now);

    [Fact]
    public void ANewcomerIsToldAtOnce() => Assert.Equal([ProgressSignal.Progress], Newcomer.Next(Reading(0), Some.Now).Signals);

    [Fact]
    public void WhatDidNotChangeIsNotToldAgain()
    {
        var follower = Newcomer.Next(Reading(7), Some.Now).Follower;

        Assert.Empty(follower.Next(Reading(7), Some.Now + ProgressFollower.Pause).Signals);
        Assert.Equal([ProgressSignal.Progress], follower.Next(Reading(8), Some.Now + ProgressFollower.Pause).Signals);
    }

    [Fact]
    public void WhoComesBackKnowingAllHearsThatTheConnectionLives()
    {
        var turn = (Newcomer with { Seen = 7 }).Next(Reading(7), Some.Now);

        Assert.Equal([ProgressSignal.Heartbeat], turn.Signals);
        Assert.False(turn.IsLast);
    }

    [Fact]
    public void SilenceIsBrokenAfterItsLongestAndNotBefore()
    {
        var follower = Newcomer.Next(Reading(7), Some.Now).Follower;
        var silent = Some.Now + ProgressFollower.LongestSilence;

        Assert.Empty(follower.Next(Reading(7), silent.AddTicks(-1)).Signals);
        var turn = follower.Next(Reading(7), silent);
        Assert.Equal([ProgressSignal.Heartbeat], turn.Signals);
        Assert.Empty(turn.Follower.Next(Reading(7), silent + ProgressFollower.Pause).Signals);
    }

    [Fact]
    public void TheEndIsToldAfterTheLastCountsAndIsTheLast()
    {
        var turn = Newcomer.Next(Reading(7, isOver: true), Some.Now);

        Assert.Equal([ProgressSignal.Progress, ProgressSignal.End], turn.Signals);
        Assert.True(turn.IsLast);
        Assert.Equal([ProgressSignal.End], (Newcomer with { Seen = 7 }).Next(Reading(7, isOver: true), Some.Now).Signals);
    }

    [Fact]
    public void NobodyIsFollowedForLongerThanALife()
    {
        var follower = Newcomer.Next(Reading(7), Some.Now).Follower;
        var old = Some.Now + ProgressFollower.LongestLife;

        Assert.False(follower.Next(Reading(7), old.AddTicks(-1)).IsLast);
        Assert.True(follower.Next(Reading(7), old).IsLast);
    }

    [Fact]
    public void TheLongestSilenceIsWellBelowWhatProxiesBear() => Assert.True(ProgressFollower.LongestSilence <= TimeSpan.FromSeconds(30));

    private static AlertReading Reading(long revision, bool isOver = false) => AlertReading.Of(null, []) with { Revision = revision, IsOver = isOver };
}
