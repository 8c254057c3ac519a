using System.Globalization;

namespace Alerting.Benchmarks;

/// <summary>What one run of the soak asks.</summary>
/// <param name="Minutes">How long new rounds are begun, 1 to 10,000.</param>
/// <param name="Recipients">People in the directory, each with telephone and email, 30 to 20,000.</param>
/// <param name="Seed">Of the first round; the next have the numbers after it.</param>
/// <param name="Json">One JSON object on the last line.</param>
internal sealed record SoakOptions(int Minutes, int Recipients, int Seed, bool Json)
{
    public const string Usage = "bench/run soak --minutes N [--recipients N] [--seed S] [--json]        minutes: 1 to 10000, N: 30 to 20000";

    public static SoakOptions? Parse(string[] args)
    {
        var options = new SoakOptions(0, 1500, Random.Shared.Next(1_000_000), false);
        for (var at = 0; at < args.Length; at++)
        {
            var next = args[at] switch
            {
                "--json" => options with { Json = true },
                "--minutes" when Number(args, ++at, 1, 10_000) is { } number => options with { Minutes = number },
                "--recipients" when Number(args, ++at, 30, 20_000) is { } number => options with { Recipients = number },
                "--seed" when Number(args, ++at, 0, 1_000_000_000) is { } number => options with { Seed = number },
                _ => null,
            };
            if (next is null)
                return null;
            options = next;
        }

        return options.Minutes > 0 ? options : null;
    }

    private static int? Number(string[] args, int at, int least, int most) =>
        at < args.Length && int.TryParse(args[at], CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}
