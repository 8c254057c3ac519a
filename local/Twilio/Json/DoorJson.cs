using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alerting.Local.Twilio.Json;

/// <summary>The bodies of the stand-in's own doors. A name that nobody knows is refused.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(ControlRequest))]
[JsonSerializable(typeof(ControlState))]
[JsonSerializable(typeof(DoorMessages))]
[JsonSerializable(typeof(DoorCount))]
[JsonSerializable(typeof(DoorProblem))]
[JsonSerializable(typeof(IReadOnlyList<DoorCall>))]
[JsonSerializable(typeof(DigitsRequest))]
[JsonSerializable(typeof(ReplyRequest))]
[JsonSerializable(typeof(ReplyResult))]
internal sealed partial class DoorJson : JsonSerializerContext
{
    /// <summary>As <see cref="Default"/>, with a plus sign written as one; nothing of it ends up inside HTML.</summary>
    public static DoorJson Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
