namespace Alerting.Adapters.Heartbeat;

/// <summary>Who hears of audits: section <c>Audit</c>.</summary>
public sealed record AuditOptions : ICheckedOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Audit";

    /// <summary>Address that is read (GET) after each successful audit, every 30 s; null for nobody. Secret: whoever knows it can hide our silence.</summary>
    public Uri? HeartbeatUrl { get; set; }

    /// <summary>How long he may take to answer; 1 s to 20 s, so that the next audit is not late. Default 5 s.</summary>
    public TimeSpan HeartbeatTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (HeartbeatUrl is { } address && !IsSafe(address))
            yield return "HeartbeatUrl must be an absolute https address; http is for this machine only.";
        if (HeartbeatTimeout < TimeSpan.FromSeconds(1) || HeartbeatTimeout > TimeSpan.FromSeconds(20))
            yield return "HeartbeatTimeout must be 1 s to 20 s.";
    }

    /// <summary>Nothing of the address, so that no log shows it.</summary>
    public override string ToString() => HeartbeatUrl is null ? "nobody" : "somebody";

    private static bool IsSafe(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
