using System.Globalization;

namespace Alerting.Benchmarks;

/// <summary>What one run of the local forecast asks.</summary>
/// <param name="Recipients">Telephones to predict for, 2,001 to 200,000: more than the calibration tells.</param>
/// <param name="Compare">The run is then made and compared with the prediction.</param>
/// <param name="Json">One JSON object on the last line.</param>
internal sealed record LocalOptions(int Recipients, bool Compare, bool Json)
{
    public const string Usage = "bench/run simulate --local --recipients N [--compare] [--json]     N: 2001 to 200000, on this machine";

    public static LocalOptions? Parse(string[] args)
    {
        var options = new LocalOptions(0, false, false);
        for (var at = 0; at < args.Length; at++)
        {
            if (args[at] == "--json")
                options = options with { Json = true };
            else if (args[at] == "--compare")
                options = options with { Compare = true };
            else if (args[at] == "--recipients" && ++at < args.Length && int.TryParse(args[at], CultureInfo.InvariantCulture, out var number))
                options = options with { Recipients = number };
            else
                return null;
        }

        return options.Recipients is > Calibration.Largest and <= 200_000 ? options : null;
    }
}
