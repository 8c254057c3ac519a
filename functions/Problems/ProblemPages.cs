using Alerting.Bus;
using Alerting.Declarations;
using Microsoft.AspNetCore.Diagnostics;

namespace Alerting.Functions;

/// <summary>Problem details for what never reaches a function, or breaks in one.</summary>
internal static class ProblemPages
{
    /// <summary>Answers every empty error status and every exception with problem details.</summary>
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerExceptionAsync, AllowStatusCode404Response = true });
        app.UseStatusCodePages(pages => AnswerStatusAsync(pages.HttpContext));
    }

    // The middleware has logged the exception; the caller learns nothing of the inside.
    private static Task AnswerExceptionAsync(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>()?.Error switch
    {
        BadHttpRequestException bad => AnswerAsync(context, bad.StatusCode),
        BusUnavailableException => ProblemAnswer.WriteAsync(
            context, StatusCodes.Status503ServiceUnavailable, "bus-unavailable", "The message broker cannot be reached. Nothing was taken; try again."),
        LedgerContendedException => ProblemAnswer.WriteAsync(
            context, StatusCodes.Status503ServiceUnavailable, "busy", "Many decisions are being taken at this moment. Nothing was taken; try again."),
        _ => AnswerAsync(context, StatusCodes.Status500InternalServerError),
    };

    private static Task AnswerStatusAsync(HttpContext context) => AnswerAsync(context, context.Response.StatusCode);

    private static Task AnswerAsync(HttpContext context, int status)
    {
        var (rule, detail) = status switch
        {
            StatusCodes.Status401Unauthorized => ("not-signed-in", "Send a valid access token of the sign-in service in the Authorization header: Bearer <token>."),
            StatusCodes.Status403Forbidden => ("role-missing", "Your account does not have a role that may do this. Ask an administrator for one of the roles in the API description."),
            StatusCodes.Status404NotFound => ("unknown-route", "There is nothing at this address. The API description at /api/openapi.json lists what there is."),
            StatusCodes.Status405MethodNotAllowed => ("method-not-allowed", "This address exists, but not for this method. The Allow header names those that do."),
            StatusCodes.Status413PayloadTooLarge => (InputProblems.TooLarge, "Send less in one request."),
            StatusCodes.Status415UnsupportedMediaType => (InputProblems.MediaType, "Send the body with the content type that the API description names."),
            StatusCodes.Status500InternalServerError => ("internal", "Something failed on our side. Try again; if it stays, report the traceId."),
            _ => ("request-failed", "The request could not be handled as it was sent."),
        };
        return ProblemAnswer.WriteAsync(context, status, rule, detail);
    }
}
