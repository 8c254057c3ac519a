namespace Alerting.Benchmarks;

/// <summary>Memory of a process after its garbage was collected.</summary>
/// <param name="Pid">Which life of the function app.</param>
/// <param name="Hours">Since the soak began.</param>
/// <param name="Alive">MB of objects that something still refers to.</param>
/// <param name="Resident">MB of memory that the process has from the kernel.</param>
internal sealed record MemoryPoint(int Pid, double Hours, double Alive, double Resident);
