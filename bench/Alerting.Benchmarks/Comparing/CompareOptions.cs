using System.Globalization;

namespace Alerting.Benchmarks;

/// <summary>What one run of the comparison asks.</summary>
/// <param name="Recipients">Addresses to tell, 1 to 200,000.</param>
/// <param name="Rounds">How often each of the two tells them, one after the other, 1 to 50; the answer is the median.</param>
/// <param name="Email">Everybody is told by email as well.</param>
/// <param name="Json">One JSON object on the last line.</param>
internal sealed record CompareOptions(int Recipients, int Rounds, bool Email, bool Json)
{
    public const string Usage = "bench/run compare --recipients N [--rounds N] [--email] [--json]       N: 1 to 200000, rounds: 1 to 50";

    /// <summary>Requests in flight: the function app's default, for the peer and the bare loop as well.</summary>
    public const int Concurrency = 64;

    /// <summary>Emails in flight: likewise.</summary>
    public const int EmailConcurrency = 24;

    public static CompareOptions? Parse(string[] args)
    {
        var options = new CompareOptions(1000, 3, false, false);
        for (var at = 0; at < args.Length; at++)
        {
            var next = args[at] switch
            {
                "--email" => options with { Email = true },
                "--json" => options with { Json = true },
                "--recipients" when Number(args, ++at, 200_000) is { } number => options with { Recipients = number },
                "--rounds" when Number(args, ++at, 50) is { } number => options with { Rounds = number },
                _ => null,
            };
            if (next is null)
                return null;
            options = next;
        }

        return options;
    }

    private static int? Number(string[] args, int at, int most) =>
        at < args.Length && int.TryParse(args[at], CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;
}
