namespace Alerting.Paths;

/// <summary>One way that messages go.</summary>
public interface IPath
{
    /// <summary>What people call it: <c>tables</c>, <c>bus</c>, <c>boards</c>, <c>email</c>, <c>sms.</c> or <c>voice.</c> and the provider.</summary>
    string Name { get; }

    /// <summary>Time between two canaries.</summary>
    TimeSpan Interval { get; }

    /// <summary>False while nobody said where canaries go; then the path stays unknown.</summary>
    bool IsSetUp { get; }

    /// <summary>True while a canary would be in the way of messages that people wait for; it goes later.</summary>
    bool IsBusy => false;

    /// <summary>A canary of this path.</summary>
    Canary Next(DateTimeOffset now);

    /// <summary>Sends it. What the outside does is the answer; nothing is thrown for it.</summary>
    Task<PathAnswer> TryAsync(Canary canary, CancellationToken cancellationToken);
}
