using Amqp;

namespace Alerting.Adapters.ServiceBus;

/// <summary>What a connection string says.</summary>
internal sealed record ServiceBusAddress(string Host, int Port, bool IsPlain, string KeyName, string Key)
{
    private const int PlainPort = 5672;
    private const int TlsPort = 5671;

    /// <exception cref="FormatException">It is no name of a host, with or without a port.</exception>
    public static ServiceBusAddress OfNamespace(string name)
    {
        var host = HostOf(name) ?? throw new FormatException("The namespace is no name of a host.");
        return new(host.Host, host.Port > 0 ? host.Port : TlsPort, false, "", "");
    }

    /// <summary>Whether a namespace is a host, such as <c>name.servicebus.windows.net</c>, with or without a port.</summary>
    public static bool IsNamespace(string name) => HostOf(name) is not null;

    /// <exception cref="FormatException">It has a <see cref="Problem"/>.</exception>
    public static ServiceBusAddress Parse(string connectionString)
    {
        if (Problem(connectionString) is { } problem)
            throw new FormatException($"The connection string {problem}");
        var parts = Parts(connectionString);
        var endpoint = new Uri(parts["Endpoint"]);
        var isPlain = parts.TryGetValue("UseDevelopmentEmulator", out var emulator) && bool.TryParse(emulator, out var yes) && yes;
        var port = endpoint.Port > 0 ? endpoint.Port : isPlain ? PlainPort : TlsPort;
        return new(endpoint.Host, port, isPlain, parts["SharedAccessKeyName"], parts["SharedAccessKey"]);
    }

    /// <summary>What is wrong with a connection string, as the end of a sentence; null when nothing is.</summary>
    public static string? Problem(string connectionString)
    {
        var parts = Parts(connectionString);
        foreach (var needed in new[] { "Endpoint", "SharedAccessKeyName", "SharedAccessKey" })
        {
            if (!parts.TryGetValue(needed, out var value) || value.Length == 0)
                return $"has no {needed}.";
        }

        return Uri.TryCreate(parts["Endpoint"], UriKind.Absolute, out var endpoint) && endpoint.Scheme == "sb"
            ? null
            : "has an Endpoint that is no sb:// address.";
    }

    public Address ToAmqp() => new(Host, Port, null, null, "/", IsPlain ? "amqp" : "amqps");

    /// <summary>Address of an entity, as tokens are issued for it.</summary>
    public string Audience(string entity) => IsPlain ? $"sb://{Host}:{Port}/{entity}" : $"sb://{Host}/{entity}";

    /// <summary>Everything but the key.</summary>
    public override string ToString() => $"{Host}:{Port}";

    private static Uri? HostOf(string name) =>
        Uri.TryCreate($"sb://{name}", UriKind.Absolute, out var uri) && uri.Authority.Equals(name, StringComparison.OrdinalIgnoreCase) ? uri : null;

    private static Dictionary<string, string> Parts(string connectionString)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
                parts[part[..equals]] = part[(equals + 1)..];
        }

        return parts;
    }
}
