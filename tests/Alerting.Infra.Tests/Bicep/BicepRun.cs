namespace Alerting.Infra.Tests;

/// <summary>What one run of the compiler gave: its exit code, the text it wrote, and what it had to say about the source.</summary>
internal sealed record BicepRun(int ExitCode, string Output, string Diagnostics);
