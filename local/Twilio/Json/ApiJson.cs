using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alerting.Local.Twilio.Json;

/// <summary>The bodies of the API, with names as Twilio spells them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(MessageJson))]
[JsonSerializable(typeof(MessageListJson))]
[JsonSerializable(typeof(CallJson))]
[JsonSerializable(typeof(CallListJson))]
[JsonSerializable(typeof(ErrorJson))]
internal sealed partial class ApiJson : JsonSerializerContext
{
    /// <summary>As <see cref="Default"/>, with a plus sign written as one; nothing of it ends up inside HTML.</summary>
    public static ApiJson Plain { get; } = new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
