namespace Alerting.Local.Functions.Handler;

/// <summary>Where the handler is in its life, as <c>/admin/host/status</c> shows it.</summary>
internal enum HandlerState
{
    Starting,
    Running,
    Restarting,
    Dead,
    Stopped
}
