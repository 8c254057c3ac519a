using Alerting.Local.ServiceBus;

namespace Alerting.Local.Identity;

/// <summary>The broker's check of identities' tokens.</summary>
internal static class BrokerTokens
{
    /// <summary>Takes good tokens for Service Bus. Those of anybody but the app open nothing: nobody else has a role.</summary>
    public static TokenCheck Check(TrustedTokens tokens) => async (token, cancellationToken) =>
    {
        if (token.Type != "jwt")
            return TokenVerdict.Refused($"tokens of type '{token.Type}' are not accepted here");
        var (identity, until, error) = await tokens.CheckAsync(token.Token, cancellationToken);
        if (identity is null)
            return TokenVerdict.Refused(error!);
        return identity.HasClaim("oid", AppIdentity.ObjectId) ? TokenVerdict.Until(until) : TokenVerdict.WithoutRights;
    };
}
