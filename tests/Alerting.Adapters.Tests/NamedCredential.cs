using Azure.Core;

namespace Alerting.Adapters.Tests;

/// <summary>An identity whose tokens say what they are for.</summary>
internal sealed class NamedCredential : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new($"token-for-{requestContext.Scopes[0]}", DateTimeOffset.MaxValue);

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        ValueTask.FromResult(GetToken(requestContext, cancellationToken));
}
