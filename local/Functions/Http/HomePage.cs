using Alerting.Local.Functions.Loading;

namespace Alerting.Local.Functions.Http;

/// <summary>What the host answers where no function does: a page at the root unless it is switched off, 404 elsewhere.</summary>
internal static class HomePage
{
    public static Task AnswerAsync(HttpContext context, Settings settings)
    {
        if (context.Request.Path != "/")
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        if (bool.TryParse(settings["AzureWebJobsDisableHomepage"], out var off) && off)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync("<!doctype html><title>Functions</title><p>The function app is up and running.</p>");
    }
}
