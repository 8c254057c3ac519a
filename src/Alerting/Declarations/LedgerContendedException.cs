namespace Alerting.Declarations;

/// <summary>A decision lost the race for the end of the ledger too often; nothing was written. To be tried again later.</summary>
public sealed class LedgerContendedException : Exception
{
    /// <summary>Says how often.</summary>
    public LedgerContendedException(int attempts)
        : base(FormattableString.Invariant($"Other decisions came first {attempts} times in a row."))
    {
    }
}
