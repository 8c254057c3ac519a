using System.Text.Json.Serialization;

namespace Alerting.Functions;

/// <summary>The JSON of what this program sends itself through queues in great numbers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReceiptMessage[]))]
internal sealed partial class QueueJson : JsonSerializerContext;
