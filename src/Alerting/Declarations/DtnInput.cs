namespace Alerting.Declarations;

/// <summary>An edition as it was sent.</summary>
public sealed record DtnInput
{
    /// <summary>Number or name of the edition.</summary>
    public string? Label { get; init; }

    /// <summary>Document reference, if any.</summary>
    public string? Reference { get; init; }
}
