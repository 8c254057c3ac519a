using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Alerting.Declarations;

namespace Alerting.Json;

/// <summary>The one JSON form of what the API, the ledger and the events have in common: camelCase, enums as words, times with offset.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DeclarationDocument))]
[JsonSerializable(typeof(DeclarationDocument[]))]
[JsonSerializable(typeof(DeclarationEvent))]
public sealed partial class AlertingJson : JsonSerializerContext
{
    /// <summary>Writes letters beyond ASCII as they are: for texts that are never put into a page.</summary>
    public static AlertingJson Compact { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
