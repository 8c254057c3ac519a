namespace Alerting.Testing.Faults;

/// <summary>Something that goes wrong in the middle of a fan-out.</summary>
public interface IFault
{
    /// <summary>The audit is not waited for but started, because messages are known to be lost.</summary>
    bool LosesMessages => false;

    /// <summary>No report of the providers is lost by it, so each that they sent must be in the record in the end.</summary>
    bool KeepsReports => false;

    /// <summary>What must become of the providers' weights; null when nobody looks.</summary>
    WeightsTold? Weights => null;

    /// <summary>How long the providers take for each request from the start, in milliseconds.</summary>
    int LatencyMs => Moments.LatencyMs;

    /// <summary>Does the harm, at moments that the dice choose, and ends it.</summary>
    /// <param name="system">What is harmed.</param>
    /// <param name="recipients">How many are being told.</param>
    /// <param name="dice">The same seed, the same choices.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task StrikeAsync(RunningSystem system, int recipients, Random dice, CancellationToken cancellationToken);
}
