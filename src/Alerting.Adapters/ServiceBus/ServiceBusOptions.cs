namespace Alerting.Adapters.ServiceBus;

/// <summary>Where the broker is: section <c>ServiceBus</c>, or its value alone as connection string, as the Functions host reads it, too.</summary>
public sealed record ServiceBusOptions : ICheckedOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "ServiceBus";

    /// <summary>Connection string with a key; <c>UseDevelopmentEmulator=true</c> in it means plain AMQP. Null when <see cref="FullyQualifiedNamespace"/> is given. Secret.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Host name of the namespace, such as <c>name.servicebus.windows.net</c>, used with the app's own identity; null when there is a connection string.</summary>
    public string? FullyQualifiedNamespace { get; set; }

    /// <summary>How long one call may take in all, with every attempt; 1 s to 1 min.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrEmpty(ConnectionString) == string.IsNullOrEmpty(FullyQualifiedNamespace))
            yield return "ConnectionString or ServiceBus:FullyQualifiedNamespace must be given, and not both.";
        else if (!string.IsNullOrEmpty(ConnectionString) && ServiceBusAddress.Problem(ConnectionString) is { } problem)
            yield return $"ConnectionString {problem}";
        if (FullyQualifiedNamespace is { Length: > 0 } name && !ServiceBusAddress.IsNamespace(name))
            yield return "FullyQualifiedNamespace must be the name of a host, such as name.servicebus.windows.net, without sb:// and path.";
        if (Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromMinutes(1))
            yield return "Timeout must be 1 s to 1 min.";
    }

    /// <summary>Nothing of the connection string, so that no log shows the key.</summary>
    public override string ToString() => FullyQualifiedNamespace ?? "by connection string";
}
