using Alerting.Scopes;

namespace Alerting.Functions;

/// <summary>Where a level holds, with a name for people.</summary>
/// <param name="Type">Kind of scope: country, province, region, municipality, site or sector.</param>
/// <param name="Code">Code of the place or name of the sector.</param>
/// <param name="Name">Dutch name.</param>
internal sealed record PlacedScope(string Type, string Code, string Name)
{
    public static PlacedScope Of(Scope scope) => new(Words.Of(scope.Type), scope.Code, scope.Name);
}
