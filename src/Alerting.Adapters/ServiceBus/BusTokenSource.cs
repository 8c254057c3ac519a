namespace Alerting.Adapters.ServiceBus;

/// <summary>Makes or fetches a token for the address of an entity.</summary>
internal delegate ValueTask<BusToken> BusTokenSource(string audience, CancellationToken cancellationToken);
