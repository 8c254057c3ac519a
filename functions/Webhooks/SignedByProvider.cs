namespace Alerting.Functions;

/// <summary>Marks an endpoint that checks the provider's signature instead of a token.</summary>
internal sealed record SignedByProvider;
