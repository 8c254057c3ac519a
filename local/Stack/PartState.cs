namespace Alerting.Local.Stack;

internal enum PartState
{
    Starting,
    Ready,
    Restarting,
    Stopped,
}
