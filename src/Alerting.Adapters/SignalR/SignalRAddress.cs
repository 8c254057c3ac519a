using System.Text;

namespace Alerting.Adapters.SignalR;

/// <summary>What a connection string says, and the addresses that follow from it.</summary>
internal sealed record SignalRAddress(string Endpoint, string AccessKey)
{
    /// <summary>Name of the one hub.</summary>
    public const string Hub = "alerting";

    // HS256 wants a key of 256 bits.
    private const int MinKeyBytes = 32;

    /// <summary>Where a message for everybody is posted, without query: that is what a token is made out for.</summary>
    public string Send => $"{Endpoint}/api/hubs/{Hub}/:send";

    /// <summary>Where a board connects, and what its token is made out for.</summary>
    public string Client => $"{Endpoint}/client/?hub={Hub}";

    /// <summary>Answers anybody.</summary>
    public string Health => $"{Endpoint}/api/health";

    /// <exception cref="FormatException">It has a <see cref="Problem"/>.</exception>
    public static SignalRAddress Parse(string connectionString)
    {
        if (Problem(connectionString) is { } problem)
            throw new FormatException($"The connection string {problem}");
        var parts = Parts(connectionString);
        var endpoint = parts["Endpoint"].TrimEnd('/');
        return new(parts.TryGetValue("Port", out var port) && port.Length > 0 ? $"{endpoint}:{port}" : endpoint, parts["AccessKey"]);
    }

    /// <summary>What is wrong with a connection string, as the end of a sentence; null when nothing is.</summary>
    public static string? Problem(string connectionString)
    {
        var parts = Parts(connectionString);
        if (!Uri.TryCreate(parts.GetValueOrDefault("Endpoint"), UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("https" or "http"))
            return "has no Endpoint that is an http or https address.";
        if (Encoding.UTF8.GetByteCount(parts.GetValueOrDefault("AccessKey", "")) < MinKeyBytes)
            return $"has no AccessKey of at least {MinKeyBytes} bytes.";
        return null;
    }

    /// <summary>Not the key.</summary>
    public override string ToString() => Endpoint;

    private static Dictionary<string, string> Parts(string connectionString) =>
        connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .GroupBy(part => part[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => same.Last()[1], StringComparer.OrdinalIgnoreCase);
}
