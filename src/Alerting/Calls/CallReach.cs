namespace Alerting.Calls;

/// <summary>Whom an alert calls.</summary>
public enum CallReach
{
    /// <summary>Nobody.</summary>
    Nobody,

    /// <summary>Whom the text message does not reach, and nobody else: a correction or withdrawal needs no confirmation from those who can read it.</summary>
    Missed,

    /// <summary>Whom the text message does not reach, and whoever does not confirm it in time.</summary>
    Unconfirmed,

    /// <summary>Everybody who has not confirmed, without waiting.</summary>
    Everybody,
}
