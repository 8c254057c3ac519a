namespace Alerting.Local.ServiceBus;

/// <summary>What became of a token.</summary>
/// <param name="Refusal">Null: accepted; otherwise why not, as the client will read it.</param>
/// <param name="Expires">Until when it gives a right to its entity.</param>
public sealed record TokenVerdict(string? Refusal, DateTimeOffset Expires)
{
    /// <summary>Accepted, and opens nothing: who shows it has no role.</summary>
    public static TokenVerdict WithoutRights { get; } = new(null, DateTimeOffset.MinValue);

    public static TokenVerdict Until(DateTimeOffset expires) => new(null, expires);

    public static TokenVerdict Refused(string why) => new(why, DateTimeOffset.MinValue);
}
