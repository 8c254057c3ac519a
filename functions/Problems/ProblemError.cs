namespace Alerting.Functions;

/// <summary>One thing that is wrong.</summary>
/// <param name="Field">JSON path or name of the parameter; empty when no single one is at fault.</param>
/// <param name="Rule">Stable name of the rule.</param>
/// <param name="Message">What is wrong and what to do.</param>
internal sealed record ProblemError(string Field, string Rule, string Message);
