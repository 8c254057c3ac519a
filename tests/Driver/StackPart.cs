using System.Text.Json;

namespace Alerting.Driver;

/// <summary>One process of the stack.</summary>
public sealed record StackPart(string Role, Uri Address, int Pid, string State, IReadOnlyDictionary<string, int> Ports)
{
    internal static StackPart Of(JsonElement part) => new(
        part.GetProperty("role").GetString()!,
        new(part.GetProperty("address").GetString()! + "/"),
        part.TryGetProperty("pid", out var pid) ? pid.GetInt32() : 0,
        part.GetProperty("state").GetString()!,
        part.GetProperty("ports").EnumerateObject().ToDictionary(port => port.Name, port => port.Value.GetInt32()));
}
