namespace Alerting.Local.Functions.Handler;

/// <summary>How the handler ended, with the last lines it wrote to standard error.</summary>
internal sealed record HandlerExit(int Code, IReadOnlyList<string> LastErrors);
