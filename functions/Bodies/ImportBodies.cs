using System.Net.Mime;
using Alerting.Directory;

namespace Alerting.Functions;

/// <summary>Adds or replaces many bodies from a CSV file; all of it or nothing.</summary>
internal static class ImportBodies
{
    public static void MapImportBodies(this IEndpointRouteBuilder api) =>
        api.MapPost("/bodies/import", RunAsync)
            .WithName(nameof(ImportBodies))
            .WithTags("Bodies")
            .WithSummary("Adds or replaces many bodies from a CSV file, all of it or nothing.")
            .WithDescription("One line per contact, UTF-8, comma or semicolon. The refusal names line and column of everything that is wrong.")
            .WithMetadata(new CsvInput())
            .Produces<ImportReport>()
            .Refuses(StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity)
            .RequireAnyRole(Roles.DirectoryAdmin);

    private static async Task<IResult> RunAsync(HttpRequest request, IDirectory directory, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!ContentTypes.Is(request, MediaTypeNames.Text.Csv))
            return ProblemAnswer.Of(InputProblems.WrongMediaType(request.ContentType, MediaTypeNames.Text.Csv));
        var read = await DirectoryCsv.ReadAsync(request.Body, time.GetUtcNow(), phoneCountries: null, cancellationToken);
        if (read.Value is not { } import)
            return ProblemAnswer.Of(read.Problems);
        await directory.PutAsync(import.Bodies, cancellationToken);
        return TypedResults.Ok(new ImportReport(import.Bodies.Count, import.Contacts));
    }
}
