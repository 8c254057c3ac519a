namespace Alerting.Functions;

/// <summary>Shows in the API description what a function answers.</summary>
/// <param name="Json">An answer as it could be.</param>
internal sealed record AnswerExample(string Json);
