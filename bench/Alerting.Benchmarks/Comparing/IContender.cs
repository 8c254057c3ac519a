namespace Alerting.Benchmarks;

/// <summary>Something that tells many telephones.</summary>
internal interface IContender
{
    /// <summary>Sees to it that it knows so many telephones, and no others.</summary>
    Task ImportAsync(int telephones, CancellationToken cancellationToken);

    /// <summary>Starts telling them; returns the moment at which it was asked to.</summary>
    Task<DateTimeOffset> StartAsync(CancellationToken cancellationToken);

    /// <summary>How many of the latest it knows to have arrived.</summary>
    Task<int> DeliveredAsync(CancellationToken cancellationToken);

    /// <summary>Its own processes by name: those that are compared.</summary>
    Task<IReadOnlyDictionary<string, int>> ProgramsAsync(CancellationToken cancellationToken);
}
