namespace Alerting.Local.Functions.Queues;

/// <summary>Host and port of a Service Bus emulator, out of a connection string with <c>UseDevelopmentEmulator=true</c>.</summary>
internal sealed record BrokerAddress(string Host, int Port)
{
    private const int DefaultPort = 5672;

    public string Url => $"amqp://{(Host == "localhost" ? "127.0.0.1" : Host)}:{Port}";

    public static BrokerAddress? Parse(string connectionString, out string? problem)
    {
        var parts = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .ToLookup(part => part[0], part => part[1], StringComparer.OrdinalIgnoreCase);
        problem = "is not a Service Bus connection string";
        if (!Uri.TryCreate(parts["Endpoint"].FirstOrDefault(), UriKind.Absolute, out var endpoint) || endpoint.Scheme != "sb")
            return null;
        problem = "must have UseDevelopmentEmulator=true: the runner speaks plain AMQP, to an emulator only";
        if (!bool.TryParse(parts["UseDevelopmentEmulator"].FirstOrDefault(), out var emulator) || !emulator)
            return null;
        problem = null;
        return new(endpoint.Host, endpoint.IsDefaultPort ? DefaultPort : endpoint.Port);
    }
}
