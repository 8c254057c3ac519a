using Alerting.Declarations;

namespace Alerting.Functions;

/// <summary>Declarations.</summary>
/// <param name="Declarations">Oldest proposal first.</param>
internal sealed record DeclarationList(IReadOnlyList<DeclarationDocument> Declarations);
