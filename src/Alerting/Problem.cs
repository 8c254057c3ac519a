namespace Alerting;

/// <summary>One reason why something asked of the system is refused, in words a person can act on.</summary>
/// <param name="Kind">Whose turn it is: the sender's to mend the input, or somebody else's.</param>
/// <param name="Rule">Stable name of the rule, lower case with dashes, for programs: <c>until-before-from</c>.</param>
/// <param name="Field">JSON path of the input field in camelCase, such as <c>reason.en</c>; empty when no single field is at fault.</param>
/// <param name="Message">What is wrong and what to do, one or two sentences. Holds no secret and no personal data.</param>
public sealed record Problem(ProblemKind Kind, string Rule, string Field, string Message)
{
    /// <summary>The input breaks a rule of form or content.</summary>
    public static Problem Invalid(string rule, string field, string message) => new(ProblemKind.Invalid, rule, field, message);

    /// <summary>This person may not do this.</summary>
    public static Problem Forbidden(string rule, string message) => new(ProblemKind.Forbidden, rule, "", message);

    /// <summary>The state of things does not allow it any more.</summary>
    public static Problem Conflict(string rule, string message) => new(ProblemKind.Conflict, rule, "", message);

    /// <summary>There is no such thing.</summary>
    public static Problem NotFound(string rule, string field, string message) => new(ProblemKind.NotFound, rule, field, message);
}
