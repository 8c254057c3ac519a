namespace Alerting.Declarations;

/// <summary>A scope as it was sent.</summary>
public sealed record ScopeInput
{
    /// <summary><c>country</c>, <c>province</c>, <c>region</c>, <c>municipality</c>, <c>site</c> or <c>sector</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Code of the place or name of the sector, in upper or lower case.</summary>
    public string? Code { get; init; }
}
