using System.Text.Json.Serialization;

namespace Alerting.Local.SignIn;

/// <summary>RFC 6749 §5.2.</summary>
internal sealed record OAuthError(
    [property: JsonPropertyName("error")] string Code,
    [property: JsonPropertyName("error_description")] string Text)
{
    public IResult As(int status) => Results.Json(this, statusCode: status);
}
