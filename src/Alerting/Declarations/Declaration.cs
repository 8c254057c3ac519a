using Alerting.Levels;
using Alerting.Scopes;
using Alerting.Texts;

namespace Alerting.Declarations;

/// <summary>The decision "level L holds in scope S from T until U, because R", from proposal to end.</summary>
public sealed record Declaration
{
    /// <summary>Its name.</summary>
    public required DeclarationId Id { get; init; }

    /// <summary>What it does.</summary>
    public required DeclarationKind Kind { get; init; }

    /// <summary>What the declaration that it follows says; null exactly for one that sets a level.</summary>
    public OriginalStatement? Original { get; init; }

    /// <summary>Where the level holds.</summary>
    public required Scope Scope { get; init; }

    /// <summary>The level.</summary>
    public required Level Level { get; init; }

    /// <summary>Asked start; null means at approval. A start that has passed at approval means at approval, too.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>End; null means until another declaration for the same scope.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Why, in both languages.</summary>
    public required BilingualText Reason { get; init; }

    /// <summary>The edition it follows from; null for a decision of the moment, as on 18 March 2019.</summary>
    public Dtn? Dtn { get; init; }

    /// <summary>Actual, exercise or test.</summary>
    public required DeclarationStatus Status { get; init; }

    /// <summary>Where it stands.</summary>
    public required DeclarationState State { get; init; }

    /// <summary>Object id of the person, or client id of the sending system, that proposed it.</summary>
    public required string ProposedBy { get; init; }

    /// <summary>When it was proposed.</summary>
    public required DateTimeOffset ProposedAt { get; init; }

    /// <summary>Highest <see cref="Sequence"/> given when it was proposed: what has a higher one was approved since, and may have overtaken it.</summary>
    public long ProposedAfter { get; init; }

    /// <summary>Name of the sending system; null when staff proposed it.</summary>
    public string? Source { get; init; }

    /// <summary>Who decided it, when and why; null while proposed.</summary>
    public Decision? Decision { get; init; }

    /// <summary>When the level starts to hold; set at approval, null before.</summary>
    public DateTimeOffset? EffectiveFrom { get; init; }

    /// <summary>Running number over all approved declarations, from 1; set at approval. Boards ask for what they missed by it.</summary>
    public long? Sequence { get; init; }

    /// <summary>The four characters by which recipients check and answer the alert; set at approval.</summary>
    public string? Code { get; init; }
}
