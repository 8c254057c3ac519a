using System.Globalization;
using Alerting.Testing.Faults;

namespace Alerting.Benchmarks;

/// <summary>What one run of the fault question asks.</summary>
/// <param name="Kind">kill, broker, storage or provider.</param>
/// <param name="Mode">Of a provider in trouble; null for all of them, one a round.</param>
/// <param name="Rounds">Fan-outs, 1 to 1,000.</param>
/// <param name="Recipients">Telephones of each, 1 to 20,000.</param>
/// <param name="Seed">Of the first round; the next have the numbers after it.</param>
/// <param name="Json">One JSON object on the last line.</param>
internal sealed record FaultsOptions(string Kind, string? Mode, int Rounds, int Recipients, int Seed, bool Json)
{
    public static string Usage { get; } =
        "bench/run faults --kind kill|broker|storage|provider [--mode M] [--rounds N] [--recipients N] [--seed S] [--json]     rounds: 1 to 1000, N: 1 to 20000, "
        + $"M, of a provider: {string.Join(", ", ProviderFault.Modes)}";

    private const string Provider = "provider";
    private static readonly string[] Kinds = ["kill", "broker", "storage", Provider];

    public static FaultsOptions? Parse(string[] args)
    {
        var options = new FaultsOptions("", null, 1, 2000, Random.Shared.Next(1_000_000), false);
        for (var at = 0; at < args.Length; at++)
        {
            var next = args[at] switch
            {
                "--json" => options with { Json = true },
                "--kind" when ++at < args.Length && Kinds.Contains(args[at]) => options with { Kind = args[at] },
                "--mode" when ++at < args.Length && ProviderFault.Modes.Contains(args[at]) => options with { Mode = args[at] },
                "--rounds" when Number(args, ++at, 1, 1000) is { } number => options with { Rounds = number },
                "--recipients" when Number(args, ++at, 1, 20_000) is { } number => options with { Recipients = number },
                "--seed" when Number(args, ++at, 0, 1_000_000_000) is { } number => options with { Seed = number },
                _ => null,
            };
            if (next is null)
                return null;
            options = next;
        }

        return options.Kind.Length > 0 && (options.Mode is null || options.Kind == Provider) ? options : null;
    }

    private static int? Number(string[] args, int at, int least, int most) =>
        at < args.Length && int.TryParse(args[at], CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
}
