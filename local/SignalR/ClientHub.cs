using Microsoft.AspNetCore.SignalR;

namespace Alerting.Local.SignalR;

/// <summary>The hub behind every hub name. Serverless clients only listen, so it has no methods.</summary>
internal sealed class ClientHub : Hub;
