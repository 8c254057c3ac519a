using Alerting.Scopes;

namespace Alerting.Functions;

/// <summary>Everything that a level can be declared for.</summary>
internal static class ListPlaces
{
    public static void MapListPlaces(this IEndpointRouteBuilder api) =>
        api.MapGet("/places", Run)
            .WithName(nameof(ListPlaces))
            .WithTags("Levels")
            .WithSummary("The places and sectors that a level can be declared for, all or by type and name.")
            .WithDescription("search finds a part of the name or the beginning of the code, in upper or lower case and without regard to accents.")
            .TakesQuery("type", "search")
            .Produces<PlaceList>()
            .Refuses(StatusCodes.Status422UnprocessableEntity)
            .OpenToAll();

    private static IResult Run(HttpRequest request)
    {
        var query = QueryInput.Read(request);
        if (query.Value is not { } asked)
            return ProblemAnswer.Of(query.Problems);
        var type = asked["type"];
        if (type is not null && Words.Find<ScopeType>(type) is null)
            return ProblemAnswer.Of(Problem.Invalid("type-unknown", "type", $"The types are {string.Join(", ", Words.All<ScopeType>())}."));
        var search = Plain(asked["search"] ?? "");
        var found = Places.All.Select(PlaceDocument.Of).Concat(Sectors.All.Select(PlaceDocument.Of))
            .Where(place => type is null || place.Type == type)
            .Where(place => Plain(place.Name).Contains(search, StringComparison.Ordinal) || Plain(place.Code).StartsWith(search, StringComparison.Ordinal));
        return TypedResults.Ok(new PlaceList([.. found]));
    }

    // The letters with accents that Dutch place names have; without culture data the framework does not know them.
    private static string Plain(string text) => string.Concat(text.Select(char.ToLowerInvariant).Select(c =>
        "áàâäéèêëíìîïóòôöúùûü".IndexOf(c, StringComparison.Ordinal) is >= 0 and var index ? "aeiou"[index / 4] : c));
}
