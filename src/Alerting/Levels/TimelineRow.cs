using Alerting.Declarations;
using Alerting.Scopes;

namespace Alerting.Levels;

/// <summary>A row of the history of levels.</summary>
public sealed record TimelineRow
{
    /// <summary>When it was announced: date of the document, or the approval.</summary>
    public required HistoricDate Announced { get; init; }

    /// <summary>Since when it held, or will.</summary>
    public required HistoricDate From { get; init; }

    /// <summary>Until when it held, as it really ended; for one not over yet, the end known at present; null for none.</summary>
    public HistoricDate? Until { get; init; }

    /// <summary>How it ended; null while it is not over.</summary>
    public Ending? Ending { get; init; }

    /// <summary>Where.</summary>
    public required Scope Scope { get; init; }

    /// <summary>The level; on the four-step scale the one that has the name of the step today.</summary>
    public required Level Level { get; init; }

    /// <summary>The scale it was set on.</summary>
    public required ScaleVersion Scale { get; init; }

    /// <summary>The edition; null for none.</summary>
    public Dtn? Dtn { get; init; }

    /// <summary>The declaration; null for a row of the time before this system.</summary>
    public DeclarationId? Declaration { get; init; }

    /// <summary>What the declaration did; null for a row of the time before this system.</summary>
    public DeclarationKind? Kind { get; init; }

    /// <summary>The declaration that it followed; null for none.</summary>
    public DeclarationId? Follows { get; init; }

    /// <summary>The declaration that corrected or withdrew it; null for none.</summary>
    public DeclarationId? AnnulledBy { get; init; }

    /// <summary>Pages it was found on; empty for a declaration.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>What is uncertain or worth knowing; null when nothing is.</summary>
    public string? Note { get; init; }
}
