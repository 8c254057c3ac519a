using System.Globalization;
using System.Text.Json;
using Alerting.Delivery.Channels;
using Alerting.Forecasts;
using Alerting.Testing;

namespace Alerting.Benchmarks;

/// <summary>Does the model of Azure, given this machine's rates, foretell what the bench measures?</summary>
internal sealed class LocalForecast(RunningSystem system, LocalOptions options)
{
    private const int Measured = 3;

    public async Task RunAsync(TextWriter writer, CancellationToken cancellationToken)
    {
        var rates = await new Calibration(system).MeasureAsync(cancellationToken);
        var load = new AlertLoad([new(Channel.Sms, Tiers(options.Recipients), options.Recipients)], 0);
        var sms = Forecast.Of(AlertPipeline.Of(load, rates.Rates()), 1).Routes[0];
        var predicted = sms.Percent100.TotalMilliseconds;
        await SayAsync(writer, $"simulate --local: {options.Recipients} SMS, {Environment.ProcessorCount} cores");
        await SayAsync(writer, $"  calibrated up to {Calibration.Largest}: {rates.FixedMs:F0} ms, and {rates.PerSecond:F0} per s; bare loop {rates.RawPerSecond:F0} per s");
        await SayAsync(writer, $"  predicted     last accepted {predicted:F0} ms, bound by {sms.BoundBy ?? "latency alone"}");
        double? measured = options.Compare ? await MeasureAsync(cancellationToken) : null;
        if (measured is { } last)
            await SayAsync(writer, $"  measured      last accepted {last:F0} ms, the fastest of {Measured}; the prediction is {(predicted / last) - 1:+0 %;-0 %;0 %} off");
        if (options.Json)
            await writer.WriteLineAsync(JsonSerializer.Serialize(
                new { options.Recipients, rates.FixedMs, rates.PerSecond, rates.RawPerSecond, PredictedMs = predicted, MeasuredMs = measured, Error = predicted / measured - 1 },
                JsonSerializerOptions.Web));
    }

    // As in the calibration, the fastest counts.
    private async Task<double> MeasureAsync(CancellationToken cancellationToken)
    {
        var fanout = new Fanout(system, new(options.Recipients, 64, Cold: true, Json: false));
        var fastest = double.MaxValue;
        for (var run = 0; run < Measured; run++)
            fastest = Math.Min(fastest, (await fanout.TellAsync(options.Recipients, cancellationToken)).LastMs);
        return fastest;
    }

    // The bodies of the bench's directory take the three tiers in turn.
    private static IReadOnlyList<int> Tiers(int recipients) => [(recipients + 2) / 3, (recipients + 1) / 3, recipients / 3];

    private static Task SayAsync(TextWriter writer, FormattableString line) => writer.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));
}
