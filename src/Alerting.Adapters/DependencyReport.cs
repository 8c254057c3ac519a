using System.Diagnostics.CodeAnalysis;

namespace Alerting.Adapters;

/// <summary>What an outside system answered to the question whether it is there.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Up">Whether it answered in time.</param>
/// <param name="Latency">How long the answer, or the lack of one, took.</param>
/// <param name="Problem">Kind of failure for people: <see cref="CredentialFault.Name"/>, or what broke; null when it is up. Holds no address and no secret.</param>
/// <param name="Advice">What to do about a credential that is not taken; null when it is not that.</param>
public sealed record DependencyReport(string Name, bool Up, TimeSpan Latency, string? Problem, string? Advice = null)
{
    /// <summary>How long a system gets to answer.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(2);

    /// <summary>Asks a system, for at most <see cref="Patience"/>. Never throws for what the system does.</summary>
    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "Every failure of a dependency is its state.")]
    public static async Task<DependencyReport> OfAsync(IDependency dependency, TimeProvider time, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        try
        {
            await dependency.CheckAsync(cancellationToken).WaitAsync(Patience, time, cancellationToken);
            return new(dependency.Name, true, time.GetElapsedTime(start), null);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            var fault = dependency.FaultOf(failure);
            return new(dependency.Name, false, time.GetElapsedTime(start), fault?.Name ?? failure.GetType().Name, fault?.Advice);
        }
    }
}
