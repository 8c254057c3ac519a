using Alerting.Directory;
using Alerting.Testing;
using Alerting.Scopes;

namespace Alerting.Stack.Tests;

/// <summary>The demonstration directory, and how its bodies stand to the province of Utrecht by the codes of their places alone.</summary>
internal static class DemoDirectory
{
    private static readonly string[] AroundUtrecht = ["PV24", "PV25", "PV27", "PV28"];

    public static async Task<IReadOnlyCollection<Body>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(Repository.PathTo("local", "demo", "directory.csv"));
        var read = await DirectoryCsv.ReadAsync(file, DateTimeOffset.MaxValue, null, cancellationToken);
        return read.Value?.Bodies.ToList() ?? throw new InvalidOperationException(string.Join('\n', read.Problems));
    }

    public static Position PositionToUtrecht(Body body)
    {
        if (body.Place == "NL")
            return Position.Inside;
        var place = Places.Get(body.Place);
        var province = place.Type == ScopeType.Province ? place.Code : place.At(ScopeType.Province)!.Code;
        return province == "PV26" ? Position.Inside : AroundUtrecht.Contains(province) ? Position.Neighbour : Position.Elsewhere;
    }
}
