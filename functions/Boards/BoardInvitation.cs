namespace Alerting.Functions;

/// <summary>How a board connects.</summary>
/// <param name="Url">Address of the hub, for a SignalR client.</param>
/// <param name="AccessToken">Token for it, good for an hour at most.</param>
/// <param name="Feed">Where to ask, once connected, for the current levels and what was missed.</param>
/// <param name="Target">Name of the message that the board has to listen for.</param>
internal sealed record BoardInvitation(Uri Url, string AccessToken, string Feed, string Target);
