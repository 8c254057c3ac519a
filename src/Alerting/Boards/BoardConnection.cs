namespace Alerting.Boards;

/// <summary>Where a live board connects, and with what.</summary>
/// <param name="Url">Address of the hub.</param>
/// <param name="AccessToken">Token for it, good for an hour at most.</param>
public sealed record BoardConnection(Uri Url, string AccessToken);
