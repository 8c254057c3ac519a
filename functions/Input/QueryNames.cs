namespace Alerting.Functions;

/// <summary>The query parameters that a function knows: for the API description, and for refusing all others.</summary>
internal sealed record QueryNames(IReadOnlyList<string> Known);
