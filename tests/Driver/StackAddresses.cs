using System.Text.Json;

namespace Alerting.Testing;

/// <summary>What the stack says of itself.</summary>
public sealed record StackAddresses(bool Ready, Uri StartPage, int Pid, string Data, string Settings, IReadOnlyList<StackPart> Parts)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>A part by its role, for example <c>functions</c>, <c>twilio</c>, <c>azurite</c>.</summary>
    public StackPart this[string role] => Parts.Single(part => part.Role == role);

    internal static StackAddresses Read(string json) => JsonSerializer.Deserialize<StackAddresses>(json, Json)!;
}
