using System.Globalization;
using Alerting.Forecasts;

namespace Alerting.Benchmarks;

/// <summary>What one run of the simulation asks; the rates are Azure's documented limits where nothing else is said.</summary>
internal sealed record SimulateOptions
{
    public const string Usage =
        """
        bench/run simulate --recipients N [--json]                          N: 1 to 10000000, on Azure with its documented limits
                           [--emails N] [--calls N] [--boards N] [--segments N]
                           [--senders N] [--segments-per-second N] [--emails-per-minute N] [--calls-per-second N]
                           [--ready N] [--instances N] [--memory GB] [--premium UNITS] [--signalr-units N] [--seed S]
                           [--price NAME=AMOUNT]... [--currency EUR]         NAME: smsSegment, email, call, functionGbSecond,
                                                                             functionExecution, busOperation, tableTransaction, signalRUnitDay
        """;

    public int Recipients { get; init; }

    public int Emails { get; init; }

    /// <summary>Asked for at once with the text messages, as at level 5.</summary>
    public int Calls { get; init; }

    public int Boards { get; init; }

    public int Segments { get; init; } = 1;

    public double InstanceGb { get; init; } = 2;

    public ForecastRates Rates { get; init; } = new();

    public int Seed { get; init; } = 1;

    public IReadOnlyDictionary<CostItem, decimal> Prices { get; init; } = new Dictionary<CostItem, decimal>();

    public string Currency { get; init; } = "EUR";

    public bool Json { get; init; }

    public static SimulateOptions? Parse(string[] args)
    {
        SimulateOptions? options = new();
        for (var at = 0; at < args.Length && options is not null; at++)
            options = args[at] == "--json" ? options with { Json = true } : at + 1 < args.Length ? options.With(args[at], args[++at]) : null;
        return options is { Recipients: > 0 } ? options : null;
    }

    private SimulateOptions? With(string name, string value) => name switch
    {
        "--price" => Priced(value),
        "--currency" => this with { Currency = value },
        _ when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 10_000_000 => With(name, number),
        _ => null,
    };

    private SimulateOptions? With(string name, double number) => (name, (int)number) switch
    {
        ("--recipients", var whole) => this with { Recipients = whole },
        ("--emails", var whole) => this with { Emails = whole },
        ("--calls", var whole) => this with { Calls = whole },
        ("--boards", var whole) => this with { Boards = whole },
        ("--seed", var whole) => this with { Seed = whole },
        ("--ready", var whole) => this with { Rates = Rates with { Instances = Rates.Instances with { Ready = whole, Most = Math.Max(whole, Rates.Instances.Most) } } },
        (_, < 1) => null,
        ("--segments", var whole) => this with { Segments = whole },
        ("--senders", var whole) => this with { Rates = Rates with { SmsSenders = whole } },
        ("--segments-per-second", _) => this with { Rates = Rates with { SegmentsPerSecond = number } },
        ("--emails-per-minute", _) => this with { Rates = Rates with { EmailsPerMinute = number } },
        ("--calls-per-second", _) => this with { Rates = Rates with { CallsPerSecond = number } },
        ("--instances", var whole) => this with { Rates = Rates with { Instances = Rates.Instances with { Most = Math.Max(whole, Rates.Instances.Ready) } } },
        ("--memory", _) => this with { InstanceGb = number },
        ("--premium", var whole) => this with { Rates = Rates with { Broker = BrokerRates.Premium(whole) } },
        ("--signalr-units", var whole) => this with { Rates = Rates with { SignalRUnits = whole } },
        _ => null,
    };

    private SimulateOptions? Priced(string value) =>
        value.Split('=') is [var name, var text]
        && !char.IsAsciiDigit(name.FirstOrDefault())
        && Enum.TryParse<CostItem>(name, ignoreCase: true, out var item)
        && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var price)
        && price >= 0
            ? this with { Prices = new Dictionary<CostItem, decimal>(Prices) { [item] = price } }
            : null;
}
