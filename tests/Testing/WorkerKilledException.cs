namespace Alerting.Testing;

/// <summary>Stands for SIGKILL: nothing the worker would have done afterwards is done.</summary>
public sealed class WorkerKilledException : Exception;
