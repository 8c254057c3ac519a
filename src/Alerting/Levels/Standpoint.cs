using Alerting.Directory;
using Alerting.Scopes;

namespace Alerting.Levels;

/// <summary>What one asks the level of.</summary>
/// <param name="Place">The place.</param>
/// <param name="Sectors">Sectors besides that of the site that the place may be, in canonical form; may be empty.</param>
public sealed record Standpoint(Place Place, IReadOnlyCollection<string> Sectors)
{
    /// <summary>Where a body stands.</summary>
    /// <exception cref="KeyNotFoundException">The body's place was never checked.</exception>
    public static Standpoint Of(Body body) => new(Places.Get(body.Place), body.Sectors);

    /// <summary>A scope itself; a sector stands in the whole country.</summary>
    public static Standpoint Of(Scope scope) =>
        scope.Type == ScopeType.Sector ? new(Places.Netherlands, [scope.Code]) : new(Places.Get(scope.Code), []);
}
