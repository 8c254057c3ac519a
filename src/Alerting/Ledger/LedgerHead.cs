namespace Alerting.Ledger;

/// <summary>The end of the chain that the next entry is linked to.</summary>
/// <param name="Sequence">Number of the last entry; 0 before the first.</param>
/// <param name="Hash">Hash of the last entry; 64 zeros before the first.</param>
/// <param name="DeclarationSequence">Highest <see cref="Declarations.Declaration.Sequence"/> given so far; 0 before the first.</param>
/// <param name="Version">The store's own mark of this head; opaque.</param>
public sealed record LedgerHead(long Sequence, string Hash, long DeclarationSequence, string Version)
{
    /// <summary>The hash that the first entry is linked to.</summary>
    public static string Genesis { get; } = new('0', 64);
}
