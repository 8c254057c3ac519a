using Alerting.Declarations;
using Alerting.Scopes;

namespace Alerting.Levels;

/// <summary>A level that was announced before this system was there.</summary>
public sealed record HistoryEntry
{
    /// <summary>Date of the announcing document.</summary>
    public required HistoricDate Announced { get; init; }

    /// <summary>Since when the level held; sources sometimes have an earlier month than the document.</summary>
    public required HistoricDate From { get; init; }

    /// <summary>Until when it held; null for until the next entry of the same scope.</summary>
    public HistoricDate? Until { get; init; }

    /// <summary>How it ended; set exactly when <see cref="Until"/> is.</summary>
    public Ending? Ending { get; init; }

    /// <summary>Where it held.</summary>
    public required Scope Scope { get; init; }

    /// <summary>The level; on the four-step scale the one that has the name of the step today.</summary>
    public required Level Level { get; init; }

    /// <summary>The Dutch word as it was published.</summary>
    public required string Label { get; init; }

    /// <summary>The scale it was set on.</summary>
    public required ScaleVersion Scale { get; init; }

    /// <summary>The edition; null for an announcement without one.</summary>
    public Dtn? Dtn { get; init; }

    /// <summary>Addresses of the pages it was found on, or their names where no address was kept; at least one.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>What is uncertain or worth knowing about it; null when nothing is.</summary>
    public string? Note { get; init; }
}
