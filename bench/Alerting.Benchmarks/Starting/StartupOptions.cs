using System.Globalization;

namespace Alerting.Benchmarks;

/// <summary>What one run of the start-up question asks.</summary>
/// <param name="Rounds">How often every form is started, 1 to 50; the answer is the median.</param>
/// <param name="Json">One JSON object on the last line.</param>
internal sealed record StartupOptions(int Rounds, bool Json)
{
    public const string Usage = "bench/run startup [--rounds N] [--json]                            N: 1 to 50";

    public static StartupOptions? Parse(string[] args)
    {
        var options = new StartupOptions(7, false);
        for (var at = 0; at < args.Length; at++)
        {
            if (args[at] == "--json")
                options = options with { Json = true };
            else if (args[at] == "--rounds" && ++at < args.Length && int.TryParse(args[at], CultureInfo.InvariantCulture, out var rounds) && rounds is >= 1 and <= 50)
                options = options with { Rounds = rounds };
            else
                return null;
        }

        return options;
    }
}
