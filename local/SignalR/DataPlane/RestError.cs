using System.Text.Json.Serialization;

namespace Alerting.Local.SignalR.DataPlane;

/// <summary>An error of the REST API.</summary>
internal sealed partial record RestError(string Code, string Message)
{
    public static Task WriteAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(
            new Envelope(new RestError(code, message)), Json.Default.Envelope, cancellationToken: context.RequestAborted);
    }

    internal sealed record Envelope(RestError Error);

    internal sealed record Token([property: JsonPropertyName("token")] string Value);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Envelope))]
    [JsonSerializable(typeof(Token))]
    internal sealed partial class Json : JsonSerializerContext;
}
