namespace Alerting.Declarations;

/// <summary>A proposal as it was sent: nothing in it has been checked, and anything may be missing.</summary>
public sealed record ProposalInput
{
    /// <summary><c>set</c>, <c>extend</c>, <c>lower</c>, <c>correct</c> or <c>withdraw</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>Id of the approved declaration that it follows; for every kind but <c>set</c>, and never for that.</summary>
    public string? Of { get; init; }

    /// <summary>Where the level is to hold.</summary>
    public ScopeInput? Scope { get; init; }

    /// <summary>1 to 5; may be left out where it stays as it is.</summary>
    public int? Level { get; init; }

    /// <summary>Start, RFC 3339 with offset; none for at approval.</summary>
    public string? From { get; init; }

    /// <summary>End, RFC 3339 with offset; none for until the next declaration of the scope.</summary>
    public string? Until { get; init; }

    /// <summary>Why, in both languages.</summary>
    public ReasonInput? Reason { get; init; }

    /// <summary>The edition it follows from, if any.</summary>
    public DtnInput? Dtn { get; init; }

    /// <summary><c>actual</c>, <c>exercise</c> or <c>test</c>.</summary>
    public string? Status { get; init; }
}
