namespace Alerting.Adapters.SignalR;

/// <summary>The service that live boards hang on: section <c>SignalR</c>.</summary>
public sealed record SignalROptions : ICheckedOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "SignalR";

    /// <summary>Connection string of an Azure SignalR Service in serverless mode: <c>Endpoint=https://…;AccessKey=…;Version=1.0;</c>. Secret. Empty when <see cref="Endpoint"/> is given.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>Address of the service, such as <c>https://name.service.signalr.net</c>, used with the app's own identity; null when there is a connection string.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>How long one push may take in all, with every attempt; 1 s to 1 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long one attempt may take; at least 100 ms, less than <see cref="Timeout"/>.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(1.5);

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (ConnectionString.Length == 0 == (Endpoint is null))
            yield return "ConnectionString or SignalR:Endpoint must be given, and not both.";
        else if (Endpoint is null && SignalRAddress.Problem(ConnectionString) is { } problem)
            yield return $"ConnectionString {problem}";
        else if (Endpoint is { } endpoint && !(endpoint.IsAbsoluteUri && (endpoint.Scheme == "https" || endpoint is { Scheme: "http", IsLoopback: true })))
            yield return "Endpoint must be an https address, or http on this machine.";
        if (Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromMinutes(1))
            yield return "Timeout must be 1 s to 1 min.";
        if (AttemptTimeout < TimeSpan.FromMilliseconds(100) || AttemptTimeout >= Timeout)
            yield return "AttemptTimeout must be at least 100 ms and less than SignalR:Timeout.";
    }

    /// <summary>Nothing of the connection string, so that no log shows the key.</summary>
    public override string ToString() => Endpoint is null ? "by connection string" : $"{Endpoint} by identity";
}
