namespace Alerting.Benchmarks;

/// <summary>What is declared next, while an alert is still going out.</summary>
internal enum SoakTurn
{
    Nothing,
    Set,
    Extend,
    Lower,
    Correct,
    Withdraw,
}
