using Alerting.Delivery.Turns;
using Alerting.Testing;
using CsCheck;

namespace Alerting.Tests.Delivery.Turns;

public sealed class TokenBucketTests
{
    private static readonly Gen<TokenBucket> AnyBucket =
        Gen.Select(Gen.Int[1, 5000], Gen.Int[1, 50], (milliseconds, burst) => new TokenBucket(TimeSpan.FromMilliseconds(milliseconds), burst));

    // Time passes, and then somebody draws: one who can wait, or one who cannot.
    private static readonly Gen<(TimeSpan Pause, bool CanWait)[]> Life =
        Gen.Select(Gen.Int[0, 3000].Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds)), Gen.Bool).Array[1, 200];

    [Fact]
    public void ItHoldsWhatCountedTokensWouldHold() =>
        Gen.Select(AnyBucket, Life).Sample((bucket, life) =>
        {
            var (now, fullAt, tokens) = (Some.Now, default(DateTimeOffset), (double)bucket.Burst);
            var most = bucket.Burst + (TokenBucket.MostDebt / bucket.Interval);
            foreach (var (pause, canWait) in life)
            {
                now += pause;
                tokens = Math.Min(bucket.Burst, tokens + (pause / bucket.Interval));
                if (Math.Abs(tokens - 1) > 1e-6)
                    Assert.Equal(tokens > 1, bucket.HasToken(fullAt, now));
                if (canWait && !bucket.HasToken(fullAt, now))
                    continue;
                fullAt = bucket.Draw(fullAt, now);
                tokens = Math.Max(bucket.Burst - most, tokens - 1);
            }
        });

    [Fact]
    public void WhoeverCanWaitGetsNoMoreInAnyTimeThanBurstAndRate() =>
        Gen.Select(AnyBucket, Life).Sample((bucket, life) =>
        {
            var (now, fullAt, drawn) = (Some.Now, default(DateTimeOffset), new List<DateTimeOffset>());
            foreach (var (pause, _) in life)
            {
                now += pause;
                if (!bucket.HasToken(fullAt, now))
                    continue;
                fullAt = bucket.Draw(fullAt, now);
                drawn.Add(now);
            }

            for (var from = 0; from < drawn.Count; from++)
                for (var to = from; to < drawn.Count; to++)
                    Assert.True(to - from + 1 <= bucket.Burst + ((drawn[to] - drawn[from]) / bucket.Interval) + 1e-6);
        });

    [Fact]
    public void HoweverManyCannotWaitThereIsATokenAMinuteAndAnIntervalAfterTheLast() =>
        Gen.Select(AnyBucket, Gen.Int[1, 5000]).Sample((bucket, messages) =>
        {
            var fullAt = default(DateTimeOffset);
            for (var message = 0; message < messages; message++)
                fullAt = bucket.Draw(fullAt, Some.Now);

            Assert.True(bucket.HasToken(fullAt, Some.Now + TokenBucket.MostDebt + bucket.Interval));
        });

    [Fact]
    public void RatesAreReadAsTheyAreWritten()
    {
        Assert.Equal(new(TimeSpan.FromMilliseconds(100), 3), TokenBucket.PerSecond(10, burst: 3));
        Assert.Equal(new(TimeSpan.FromSeconds(10), 6), TokenBucket.PerMinute(6));
    }
}
