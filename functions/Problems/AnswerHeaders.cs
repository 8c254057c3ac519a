namespace Alerting.Functions;

/// <summary>Headers that every answer carries.</summary>
internal static class AnswerHeaders
{
    /// <summary>What is said now may be untrue in a second, and is what its content type says.</summary>
    public static void UseAnswerHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return next(context);
    });
}
