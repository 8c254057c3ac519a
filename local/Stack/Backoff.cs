namespace Alerting.Local.Stack;

/// <summary>How long to wait before a part that died is started again.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>A part that ran this long has recovered: its next death is a first one.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromSeconds(20);

    /// <summary>Doubles with every death in a row, from the first one, which counts as 1.</summary>
    public static TimeSpan After(int deaths) =>
        deaths > 10 ? Longest : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << (deaths - 1)));
}
