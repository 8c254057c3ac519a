using System.Globalization;

namespace Alerting.Benchmarks;

/// <summary>What one run of the progress question asks.</summary>
/// <param name="Recipients">Deliveries of the alert, 100 to 200,000.</param>
/// <param name="Json">One JSON object on the last line.</param>
internal sealed record ProgressOptions(int Recipients, bool Json)
{
    public const string Usage = "bench/run progress --recipients N [--json]     N: 100 to 200000";

    public static ProgressOptions? Parse(string[] args)
    {
        var options = new ProgressOptions(100_000, false);
        for (var at = 0; at < args.Length; at++)
        {
            if (args[at] == "--json")
                options = options with { Json = true };
            else if (args[at] == "--recipients" && ++at < args.Length && int.TryParse(args[at], CultureInfo.InvariantCulture, out var number))
                options = options with { Recipients = number };
            else
                return null;
        }

        return options.Recipients is >= 100 and <= 200_000 ? options : null;
    }
}
