using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Alerting.Local.SignalR.DataPlane;

/// <summary>The body of a send: <c>{ "target": "...", "arguments": [...] }</c>.</summary>
internal static class Payload
{
    /// <summary>The message for the clients, or what is wrong with the body.</summary>
    public static async Task<(SerializedHubMessage? Message, string? Error)> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: ct);
            return Read(body.RootElement);
        }
        catch (JsonException)
        {
            return (null, "The body is not JSON.");
        }
    }

    private static (SerializedHubMessage? Message, string? Error) Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
            return (null, "The message must be an object.");
        if (!body.TryGetProperty("target", out var target) || target.ValueKind != JsonValueKind.String || target.GetString() is not { Length: > 0 } name)
            return (null, "The Target field is required.");

        var given = body.TryGetProperty("arguments", out var arguments) && arguments.ValueKind != JsonValueKind.Null;
        if (given && arguments.ValueKind != JsonValueKind.Array)
            return (null, "The Arguments field must be an array.");

        // Cloned, because the message outlives the document.
        object?[] values = given ? [.. arguments.EnumerateArray().Select(a => (object)a.Clone())] : [];
        return (new SerializedHubMessage(new InvocationMessage(name, values)), null);
    }
}
