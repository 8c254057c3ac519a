using Alerting.Declarations;

namespace Alerting.Functions;

/// <summary>The one table from our refusals to HTTP statuses and titles.</summary>
internal static class ProblemStatus
{
    // Refusals of form, before any rule of content is asked.
    private static readonly Dictionary<string, int> ByRule = new(StringComparer.Ordinal)
    {
        [InputProblems.Malformed] = StatusCodes.Status400BadRequest,
        [InputProblems.Empty] = StatusCodes.Status400BadRequest,
        [InputProblems.MediaType] = StatusCodes.Status415UnsupportedMediaType,
        [InputProblems.TooLarge] = StatusCodes.Status413PayloadTooLarge,
        // The key is the caller's to mend, unlike other conflicts.
        [DeclarationProblems.KeyReused] = StatusCodes.Status422UnprocessableEntity,
        ["csv-too-large"] = StatusCodes.Status413PayloadTooLarge,
    };

    /// <summary>The status that answers a refusal.</summary>
    public static int Of(Problem problem) => ByRule.TryGetValue(problem.Rule, out var status) ? status : problem.Kind switch
    {
        ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
        ProblemKind.Conflict => StatusCodes.Status409Conflict,
        ProblemKind.NotFound => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    /// <summary>What kind of refusal a status is, in a few words.</summary>
    public static string Title(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "The request cannot be read",
        StatusCodes.Status401Unauthorized => "Sign in first",
        StatusCodes.Status403Forbidden => "You may not do this",
        StatusCodes.Status404NotFound => "There is no such thing",
        StatusCodes.Status405MethodNotAllowed => "Not with this method",
        StatusCodes.Status409Conflict => "Too late for this",
        StatusCodes.Status413PayloadTooLarge => "The request is too large",
        StatusCodes.Status415UnsupportedMediaType => "The request has the wrong content type",
        StatusCodes.Status422UnprocessableEntity => "The input breaks a rule",
        StatusCodes.Status503ServiceUnavailable => "Something we need is out of reach",
        _ => "The request failed",
    };
}
