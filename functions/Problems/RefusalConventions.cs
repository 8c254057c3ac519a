using System.Net.Mime;

namespace Alerting.Functions;

/// <summary>Declares beside a route how it can refuse.</summary>
internal static class RefusalConventions
{
    /// <summary>The statuses with which the function itself can refuse; 401 and 403 follow from its roles.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder function, params int[] statuses)
    {
        foreach (var status in statuses)
            function.Produces<ProblemDocument>(status, MediaTypeNames.Application.ProblemJson);
        return function;
    }

    /// <summary>The statuses with which a JSON body is refused.</summary>
    public static RouteHandlerBuilder RefusesBadJson(this RouteHandlerBuilder function) => function.Refuses(
        StatusCodes.Status400BadRequest,
        StatusCodes.Status413PayloadTooLarge,
        StatusCodes.Status415UnsupportedMediaType,
        StatusCodes.Status422UnprocessableEntity);
}
