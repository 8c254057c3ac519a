using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Alerting.Delivery.Channels;
using Alerting.Forecasts;

namespace Alerting.Benchmarks;

/// <summary>How long would an alert to so many take on Azure, what would bind it and what would it cost?</summary>
internal static class Simulate
{
    public static void Run(SimulateOptions options, TextWriter writer)
    {
        var load = new AlertLoad(
            [
                new(Channel.Sms, [options.Recipients], options.Recipients * options.Segments),
                new(Channel.Email, [options.Emails], 0),
                new(Channel.Voice, [options.Calls], 0),
            ],
            options.Boards);
        var clock = Stopwatch.StartNew();
        var forecast = Forecast.Of(AlertPipeline.Of(load, options.Rates), options.Seed);
        var took = clock.Elapsed;
        IReadOnlyList<CostLine> cost =
            [.. AlertCost.OfProviders(load, options.Prices), .. AlertCost.OfAzure(load, forecast, options.Rates, (options.InstanceGb, options.Prices))];
        Print(writer, options, (forecast, cost, took));
        if (options.Json)
            writer.WriteLine(Json(options, forecast, cost));
    }

    private static void Print(TextWriter writer, SimulateOptions options, (Forecast Forecast, IReadOnlyList<CostLine> Cost, TimeSpan Took) result)
    {
        void Say(FormattableString line) => writer.WriteLine(line.ToString(CultureInfo.InvariantCulture));
        Say($"simulate: {options.Recipients} SMS of {options.Segments} segment(s), {options.Emails} emails, {options.Calls} calls, {options.Boards} boards; seed {options.Seed}, took {result.Took.TotalMilliseconds:F0} ms");
        Say($"  {"route",-10} {"deliveries",12} {"50 %",12} {"95 %",12} {"100 %",12}  bound by");
        foreach (var route in result.Forecast.Routes.Where(route => route.Deliveries > 0))
            Say($"  {route.Route,-10} {route.Deliveries,12} {Time(route.Percent50),12} {Time(route.Percent95),12} {Time(route.Percent100),12}  {route.BoundBy ?? "latency alone"}");
        Say($"  {"station",-22} {"units of work",14} {"busy",12} {"of its time",12}");
        foreach (var use in result.Forecast.Uses.Where(use => use.Work > 0).OrderByDescending(use => use.Utilisation))
            Say($"  {use.Station,-22} {use.Work,14:F0} {Time(TimeSpan.FromSeconds(use.BusySeconds)),12} {use.Utilisation,12:P1}");
        Say($"  {"cost",-22} {"quantity",14} {"price of one",12} {"amount",12}  {options.Currency}");
        foreach (var line in result.Cost.Where(line => line.Quantity > 0))
            Say($"  {line.Item,-22} {line.Quantity,14:F0} {Given(line.UnitPrice),12} {Given(line.Amount),12}");
    }

    private static string Json(SimulateOptions options, Forecast forecast, IReadOnlyList<CostLine> cost) => JsonSerializer.Serialize(
        new
        {
            options.Recipients,
            options.Seed,
            Routes = forecast.Routes.Select(route => new
            {
                route.Route,
                route.Deliveries,
                Percent50Seconds = Math.Round(route.Percent50.TotalSeconds, 2),
                Percent95Seconds = Math.Round(route.Percent95.TotalSeconds, 2),
                Percent100Seconds = Math.Round(route.Percent100.TotalSeconds, 2),
                route.BoundBy,
            }),
            Stations = forecast.Uses.Select(use => new { use.Station, use.Work, use.BusySeconds, use.Utilisation }),
            Cost = cost.Select(line => new { Item = JsonNamingPolicy.CamelCase.ConvertName($"{line.Item}"), line.Quantity, line.UnitPrice, line.Amount }),
            options.Currency,
        },
        JsonSerializerOptions.Web);

    private static string Time(TimeSpan time) =>
        time < TimeSpan.FromHours(1) ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F1} s") : string.Create(CultureInfo.InvariantCulture, $"{time.TotalHours:F2} h");

    private static string Given(decimal? amount) => amount is { } known ? known.ToString(CultureInfo.InvariantCulture) : "not given";
}
