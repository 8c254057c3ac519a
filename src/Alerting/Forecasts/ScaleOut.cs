namespace Alerting.Forecasts;

/// <summary>How many servers a station has, and from when: some at once, the others step by step.</summary>
/// <param name="Ready">Servers that are there at the start; with none the first step opens at <paramref name="Every"/>.</param>
/// <param name="Most">Servers in the end, at least 1.</param>
/// <param name="Step">Servers that open together, at least 1.</param>
/// <param name="Every">Pause between two steps.</param>
public sealed record ScaleOut(int Ready, int Most, int Step, TimeSpan Every)
{
    /// <summary>So many servers from the start on.</summary>
    public static ScaleOut Fixed(int servers) => new(servers, servers, 1, TimeSpan.Zero);

    /// <summary>The same instances as servers of a station that has several in each.</summary>
    public ScaleOut Each(int servers) => new(Ready * servers, Most * servers, Step * servers, Every);

    /// <summary>Never more than so many, but those that are ready stay.</summary>
    public ScaleOut UpTo(int servers) => this with { Most = Math.Max(Math.Max(Ready, 1), Math.Min(Most, servers)) };

    /// <summary>When each server opens, in seconds from the start, earliest first.</summary>
    public IEnumerable<double> Openings()
    {
        for (var server = 0; server < Most; server++)
            yield return server < Ready ? 0 : (((server - Ready) / Step) + 1) * Every.TotalSeconds;
    }
}
