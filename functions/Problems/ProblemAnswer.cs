using System.Diagnostics;
using System.Net.Mime;

namespace Alerting.Functions;

/// <summary>Answers a request with problem details.</summary>
internal static class ProblemAnswer
{
    // More than this nobody reads in one sentence; all of them stand in errors.
    private const int ToldInDetail = 3;

    /// <summary>The answer to a request that the domain or the input rules refused.</summary>
    /// <param name="problems">At least one.</param>
    public static IResult Of(IReadOnlyList<Problem> problems) => new Answer(problems, ProblemStatus.Of(problems[0]));

    /// <summary>The answer to a request that one rule refused.</summary>
    public static IResult Of(Problem problem) => Of([problem]);

    /// <summary>The answer that makes the Functions host abandon a message.</summary>
    /// <param name="problems">At least one.</param>
    public static IResult Abandon(IReadOnlyList<Problem> problems) => new Answer(problems, StatusCodes.Status500InternalServerError);

    /// <summary>Writes problem details for a failure that no rule of ours names.</summary>
    public static Task WriteAsync(HttpContext context, int status, string rule, string detail) =>
        WriteAsync(context, Document(context, status, rule, detail, null));

    private static Task WriteAsync(HttpContext context, ProblemDocument document)
    {
        context.Response.StatusCode = document.Status;
        return context.Response.WriteAsJsonAsync(document, options: null, MediaTypeNames.Application.ProblemJson, context.RequestAborted);
    }

    private static ProblemDocument Document(HttpContext context, int status, string rule, string detail, IReadOnlyList<ProblemError>? errors) => new(
        $"urn:alerting:problem:{rule}",
        ProblemStatus.Title(status),
        status,
        detail,
        context.Request.Path.ToUriComponent(),
        Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier,
        errors);

    private static string Detail(IReadOnlyList<Problem> problems)
    {
        if (problems.Count == 1)
            return problems[0].Message;
        var told = string.Join(' ', problems.Take(ToldInDetail).Select(problem => $"{problem.Field}: {problem.Message}"));
        return problems.Count > ToldInDetail ? $"{told} And {problems.Count - ToldInDetail} more, see errors." : told;
    }

    private sealed class Answer(IReadOnlyList<Problem> problems, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var rule = problems.DistinctBy(problem => problem.Rule).Count() == 1 ? problems[0].Rule : "several";
            var errors = problems.Select(problem => new ProblemError(problem.Field, problem.Rule, problem.Message)).ToList();
            return WriteAsync(httpContext, Document(httpContext, status, rule, Detail(problems), errors));
        }
    }
}
