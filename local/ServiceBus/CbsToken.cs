namespace Alerting.Local.ServiceBus;

/// <summary>A token as a client puts it to $cbs.</summary>
/// <param name="Type">servicebus.windows.net:sastoken, or jwt.</param>
/// <param name="Audience">The URI of the entity that the token is for.</param>
/// <param name="Token">The token itself; never to be logged.</param>
public sealed record CbsToken(string Type, string Audience, string Token);

/// <summary>Checks a token.</summary>
public delegate ValueTask<TokenVerdict> TokenCheck(CbsToken token, CancellationToken cancellationToken);
