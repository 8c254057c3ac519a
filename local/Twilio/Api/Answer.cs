using System.Text.Json.Serialization.Metadata;
using Alerting.Local.Twilio.Json;

namespace Alerting.Local.Twilio.Api;

/// <summary>What a request is answered, and how the answer may still get lost on its way.</summary>
internal readonly record struct Answer(int Status, object? Value, JsonTypeInfo? Type, Fault Fault = Fault.None)
{
    public static readonly Answer NoContent = new(StatusCodes.Status204NoContent, null, null);

    public static Answer Ok(object value, JsonTypeInfo type) => new(StatusCodes.Status200OK, value, type);

    public static Answer Created(object value, JsonTypeInfo type) => new(StatusCodes.Status201Created, value, type);

    public static Answer Error(TwilioError error) =>
        new(error.Status, new ErrorJson(error.Code, error.Message, error.MoreInfo, error.Status), ApiJson.Plain.ErrorJson);

    /// <summary>The answer of a request that goes wrong before anything is done; null when it does not.</summary>
    public static Answer? Of(Fault fault) => fault switch
    {
        Fault.TooMany => Error(TwilioError.TooManyRequests()),
        Fault.ServerError => Error(TwilioError.Internal()),
        Fault.Hang => NoContent with { Fault = Fault.Hang },
        _ => null,
    };
}
