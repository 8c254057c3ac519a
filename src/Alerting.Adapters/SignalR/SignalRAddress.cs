using System.Text;

namespace Alerting.Adapters.SignalR;

/// <summary>Where the service is, and the addresses that follow from it. The access key is empty where the app comes with its own identity.</summary>
internal sealed record SignalRAddress(string Endpoint, string AccessKey)
{
    /// <summary>Name of the one hub.</summary>
    public const string Hub = "alerting";

    /// <summary>The version of the REST API that is spoken, as a query.</summary>
    public const string Version = "?api-version=2022-11-01";

    // HS256 wants a key of 256 bits.
    private const int MinKeyBytes = 32;

    /// <summary>Where a message for everybody is posted, without query: that is what a token is made out for.</summary>
    public string Send => $"{Endpoint}/api/hubs/{Hub}/:send";

    /// <summary>Where a board connects, and what its token is made out for.</summary>
    public string Client => $"{Endpoint}/client/?hub={Hub}";

    /// <summary>Where the service makes a token for a board.</summary>
    public string GenerateToken => $"{Endpoint}/api/hubs/{Hub}/:generateToken";

    /// <summary>A user that there never is: asking after it changes nothing, and takes a good token.</summary>
    public string Nobody => $"{Endpoint}/api/hubs/{Hub}/users/nobody";

    /// <summary>Where a message for a group is posted, without query.</summary>
    public string SendTo(string group) => $"{Endpoint}/api/hubs/{Hub}/groups/{Uri.EscapeDataString(group)}/:send";

    /// <summary>What options that were checked say.</summary>
    public static SignalRAddress Of(SignalROptions options) =>
        options.Endpoint is { } endpoint ? new(endpoint.AbsoluteUri.TrimEnd('/'), "") : Parse(options.ConnectionString);

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
