namespace Alerting.Declarations;

/// <summary>Who asks for something.</summary>
/// <param name="Id">Object id of the person or client id of the system, as in the token; no name.</param>
/// <param name="Source">Name of the sending system; null for a person.</param>
public sealed record Actor(string Id, string? Source = null);
