namespace Alerting.Functions;

/// <summary>Request headers that mean something to a function: for the API description.</summary>
internal sealed record HeaderNames(IReadOnlyList<string> Known);
