namespace Alerting.Local.Functions;

/// <summary>What a runner gets from outside: its port, its clock, where its lines go, and where timers keep their status.</summary>
internal sealed record RunnerParts(int Port, TimeProvider Clock, Action<ILoggingBuilder> Logging, string? StateFolder = null);
