using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;

namespace Alerting.Forecasts;

/// <summary>The stations of this system: what a batch of each channel passes, and what it asks there.</summary>
/// <remarks>
/// A batch passes each station once. What its worker waits for (tables, the provider) is time at the workers; what others must bear
/// (transactions, messages, segments) is work at a station of its own. Reports of the provider come back later; their work is counted where
/// the batch passes, which is early rather than late.
/// </remarks>
public static class AlertPipeline
{
    private const int LargestSend = 32;

    // Claim, plan, state at the end, progress; the outcomes are counted by chunk.
    private const int WaitsPerBatch = 4;

    // Plan, state, receipts, progress: once for each batch when the reports are folded in.
    private const int TransactionsForReports = 4;

    // Of some three reports on a text message one is kept: sent to the queue and received from it.
    private const int MessagesPerReport = 2;

    /// <summary>The pipeline of an alert at given rates.</summary>
    public static Pipeline Of(AlertLoad load, ForecastRates rates)
    {
        var routes = load.Channels.Select(channel => RouteOf(channel, rates)).ToList();
        if (load.Boards > 0)
            routes.Add(Boards(load.Boards, rates));
        return new(rates.Start, routes);
    }

    /// <summary>What a channel's route is called.</summary>
    public static string NameOf(Channel channel) => $"{channel}".ToLowerInvariant();

    private static Route RouteOf(ChannelLoad load, ForecastRates rates) => load.Channel switch
    {
        Channel.Sms => Delivered(load, rates, new(rates.SmsLatency, rates.Delivery.SmsConcurrency, rates.Delivery.SmsChunk, IsReported: true),
            new(new(StationNames.Senders, rates.SegmentsPerSecond * rates.SmsSenders, ScaleOut.Fixed(1)), 0, load.SegmentsPerDelivery)),
        Channel.Email => Delivered(load, rates, new(rates.EmailLatency, rates.Delivery.EmailConcurrency, rates.Delivery.EmailChunk, IsReported: false),
            new(new(StationNames.Relay, rates.EmailsPerMinute / 60, ScaleOut.Fixed(1)), 0, 1)),
        Channel.Voice => Delivered(load, rates, new(rates.CallLatency, rates.Calls.Concurrency, rates.Calls.Chunk, IsReported: true),
            new(new(StationNames.Callers, rates.CallsPerSecond, ScaleOut.Fixed(1)), 0, 1)),
        _ => throw new ArgumentOutOfRangeException(nameof(load), load.Channel, "No rate is known for this channel."),
    };

    private static Route Delivered(ChannelLoad load, ForecastRates rates, Way way, Stop provider)
    {
        var name = NameOf(load.Channel);
        var batches = Route.Split(load.Tiers, DeliveryBatch.MaxSize);
        var instances = rates.Instances.UpTo((batches.Count + AzureLimits.MessagesPerInstance - 1) / AzureLimits.MessagesPerInstance);
        var table = rates.TableLatency.TotalSeconds;
        var report = way.IsReported ? 1 : 0;
        return new(name, batches,
        [
            new(new(StationNames.Planner(name), 1, ScaleOut.Fixed(1)) { Spread = rates.Spread }, table + rates.PlanningPerBatch.TotalSeconds + (table / LargestSend), 0),
            new(new(StationNames.Tables, rates.TablesPerSecond, ScaleOut.Fixed(1)), 1 + WaitsPerBatch + (report * TransactionsForReports), 1.0 / way.Chunk),
            new(new(StationNames.Partition, rates.PartitionPerSecond, ScaleOut.Fixed(1)), 1 + report, 0),
            new(new(StationNames.Bus, rates.Broker.PerSecond, ScaleOut.Fixed(1)), 2 * rates.Broker.PerMessage, report * MessagesPerReport * rates.Broker.PerMessage),
            new(new(StationNames.Workers(name), 1, instances.Each(rates.BatchesPerInstance)) { Spread = rates.Spread }, WaitsPerBatch * table, (table + way.Latency.TotalSeconds) / way.Chunk),
            new(new(StationNames.Doorway(name), way.InFlight / way.Latency.TotalSeconds, instances) { Spread = rates.Spread }, 0, 1),
            new(new(StationNames.Processors(name), rates.DeliveriesPerInstance, instances), 0, 1),
            provider,
        ]);
    }

    // Boards are told by one push, which each unit passes on to its own connections.
    private static Route Boards(int connected, ForecastRates rates) => new("boards", Route.Split([connected], AzureLimits.ConnectionsPerUnit),
    [
        new(new(StationNames.SignalR, AzureLimits.SignalRBytesPerSecond, ScaleOut.Fixed(rates.SignalRUnits)), 0, rates.PushBytes),
    ]);

    private readonly record struct Way(TimeSpan Latency, int InFlight, int Chunk, bool IsReported);
}
