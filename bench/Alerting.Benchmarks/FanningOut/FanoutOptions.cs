using System.Globalization;

namespace Alerting.Benchmarks;

/// <summary>What one run of the fan-out question asks.</summary>
/// <param name="Recipients">Addresses to tell, 1 to 200,000.</param>
/// <param name="Concurrency">Requests in flight of the bare loop; the function app's default.</param>
/// <param name="Cold">The first declaration after the start is measured; without it a small one goes before.</param>
/// <param name="Json">One JSON object on the last line.</param>
internal sealed record FanoutOptions(int Recipients, int Concurrency, bool Cold, bool Json)
{
    public const string Usage = "bench/run fanout --recipients N [--email] [--boards N] [--record N] [--concurrency N] [--cold] [--json]     N: 1 to 200000, boards and record: 1 to 20000";

    private const int MostBoards = 20_000;
    private const int LongestRecord = 20_000;

    /// <summary>Every recipient is told by email as well.</summary>
    public bool Email { get; init; }

    /// <summary>Live boards that are connected meanwhile, 0 to 20,000.</summary>
    public int Boards { get; init; }

    /// <summary>Declarations that ended before, 0 to 20,000: ten years of a test a day are 3,650.</summary>
    public int Record { get; init; }

    public static FanoutOptions? Parse(string[] args)
    {
        var options = new FanoutOptions(1000, 64, false, false);
        for (var at = 0; at < args.Length; at++)
        {
            var next = args[at] switch
            {
                "--json" => options with { Json = true },
                "--cold" => options with { Cold = true },
                "--email" => options with { Email = true },
                "--boards" when Number(args, ++at) is { } number and <= MostBoards => options with { Boards = number },
                "--record" when Number(args, ++at) is { } number and <= LongestRecord => options with { Record = number },
                "--recipients" when Number(args, ++at) is { } number => options with { Recipients = number },
                "--concurrency" when Number(args, ++at) is { } number => options with { Concurrency = number },
                _ => null,
            };
            if (next is null)
                return null;
            options = next;
        }

        return options;
    }

    private static int? Number(string[] args, int at) =>
        at < args.Length && int.TryParse(args[at], CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 200_000 ? number : null;
}
