namespace Alerting.Functions;

/// <summary>Every way that messages go.</summary>
/// <param name="Paths">Storage, broker, boards, mail, and each provider of text messages and of calls.</param>
internal sealed record PathList(IReadOnlyList<PathDocument> Paths);
