namespace Alerting.Benchmarks;

/// <summary>Resident memory of a process after its garbage was collected.</summary>
/// <param name="Pid">Which life of the function app.</param>
/// <param name="Hours">Since the soak began.</param>
/// <param name="Megabytes">Resident memory.</param>
internal sealed record MemoryPoint(int Pid, double Hours, double Megabytes);
