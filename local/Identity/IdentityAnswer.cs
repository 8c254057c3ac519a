using System.Text.Json.Serialization;

namespace Alerting.Local.Identity;

/// <summary>A token, as App Service answers it.</summary>
internal sealed record IdentityAnswer(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("expires_on")] string ExpiresOn,
    [property: JsonPropertyName("resource")] string Resource,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("client_id")] string ClientId);
