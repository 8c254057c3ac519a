namespace Alerting.Scopes;

/// <summary>Where a level holds: a place, or a sector.</summary>
/// <param name="Type">Kind of scope.</param>
/// <param name="Code">Code of the place or name of the sector, as in <see cref="ScopeType"/>; known to <c>Places</c> or <c>Sectors</c>.</param>
public sealed record Scope(ScopeType Type, string Code)
{
    /// <summary>The Netherlands.</summary>
    public static Scope Country { get; } = new(ScopeType.Country, "NL");
}
