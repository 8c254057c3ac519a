namespace Alerting.Declarations;

/// <summary>The words for what was done to a declaration, in the ledger and in events.</summary>
internal static class DeclarationAct
{
    /// <summary>Such as <c>declaration.approved</c>.</summary>
    public static string Of(Declaration declaration) => $"declaration.{StateOf(declaration)}";

    /// <summary>Such as <c>approved</c>.</summary>
    public static string StateOf(Declaration declaration) => declaration.State.ToString().ToLowerInvariant();
}
