using System.Text.Json.Serialization;

namespace Alerting.Adapters.Twilio;

/// <summary>The API's JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TwilioMessage))]
[JsonSerializable(typeof(TwilioMessageList))]
[JsonSerializable(typeof(TwilioCallList))]
[JsonSerializable(typeof(TwilioError))]
internal sealed partial class TwilioJson : JsonSerializerContext;
