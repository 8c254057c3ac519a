namespace Alerting.Local.Functions.Handler;

/// <summary>What the host does after the handler ended.</summary>
internal enum HandlerFate
{
    Restart,

    /// <summary>Exit code 0: nothing is started again, and every later invocation finds nobody.</summary>
    LeaveDead,

    StopHost
}
