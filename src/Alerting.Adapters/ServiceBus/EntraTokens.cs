using Azure.Core;

namespace Alerting.Adapters.ServiceBus;

/// <summary>Tokens of the app's own identity.</summary>
internal static class EntraTokens
{
    private static readonly TokenRequestContext Scope = new(["https://servicebus.azure.net/.default"]);

    public static BusTokenSource From(TokenCredential credential) => async (_, cancellationToken) =>
    {
        var token = await credential.GetTokenAsync(Scope, cancellationToken);
        return new("jwt", token.Token, token.ExpiresOn);
    };
}
