namespace Alerting.Adapters.ServiceBus;

/// <summary>How long a token that was shown to the broker is good.</summary>
/// <param name="RenewAt">When it should be shown again: well before the broker ends the links for it.</param>
/// <param name="EndsAt">When the broker ends the links.</param>
internal sealed record BusRight(DateTimeOffset RenewAt, DateTimeOffset EndsAt)
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(30);

    /// <summary>Of a token that does not live much longer than ten minutes, half is used.</summary>
    public static BusRight Of(BusToken token, DateTimeOffset now)
    {
        var half = (token.ExpiresAt - now) / 2;
        return new(token.ExpiresAt - (half < Early ? half : Early), token.ExpiresAt);
    }

    /// <summary>Renewing failed: what is left is used, and renewing tried again soon.</summary>
    public BusRight TriedAt(DateTimeOffset now) => this with { RenewAt = now + TryAgain < EndsAt ? now + TryAgain : EndsAt };
}
