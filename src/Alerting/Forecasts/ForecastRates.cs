using Alerting.Calls;
using Alerting.Delivery;

namespace Alerting.Forecasts;

/// <summary>How fast each part is that an alert passes. The defaults are Azure's documented limits (<see cref="AzureLimits"/>); where nothing is documented the default is an assumption and says so.</summary>
public sealed record ForecastRates
{
    /// <summary>From the approval until planning begins: outbox, topic, a ready instance. Assumed.</summary>
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the caller waits for a table transaction. Assumed.</summary>
    public TimeSpan TableLatency { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>Table transactions in a second, whole account.</summary>
    public double TablesPerSecond { get; init; } = AzureLimits.TableAccountPerSecond;

    /// <summary>Writes in a second to one partition; the progress of an alert is one.</summary>
    public double PartitionPerSecond { get; init; } = AzureLimits.TablePartitionPerSecond;

    /// <summary>Time that the planner takes for a batch besides the transaction that writes it: finding, naming, queueing. Assumed.</summary>
    public TimeSpan PlanningPerBatch { get; init; } = TimeSpan.FromMilliseconds(1);

    /// <summary>The broker.</summary>
    public BrokerRates Broker { get; init; } = BrokerRates.Standard;

    /// <summary>Instances of each function that delivers.</summary>
    public ScaleOut Instances { get; init; } = new(1, AzureLimits.DefaultInstances, AzureLimits.InstancesPerStep, AzureLimits.ScalePause);

    /// <summary>Batches that an instance works on at once; <c>maxConcurrentCalls</c> of host.json.</summary>
    public int BatchesPerInstance { get; init; } = 16;

    /// <summary>Deliveries that the processor of an instance makes in a second; measured, see bench/README.md: 0.25 ms each.</summary>
    public double DeliveriesPerInstance { get; init; } = 4_000;

    /// <summary>What is in flight at once, and written together.</summary>
    public DeliveryOptions Delivery { get; init; } = new();

    /// <summary>Senders of text messages that share the load.</summary>
    public int SmsSenders { get; init; } = 1;

    /// <summary>Segments that each of them sends in a second.</summary>
    public double SegmentsPerSecond { get; init; } = AzureLimits.SegmentsPerSecond;

    /// <summary>Round trip to the provider of text messages. Assumed.</summary>
    public TimeSpan SmsLatency { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Calls that the provider starts in a second.</summary>
    public double CallsPerSecond { get; init; } = AzureLimits.CallsPerSecond;

    /// <summary>Round trip to the provider of calls. Assumed.</summary>
    public TimeSpan CallLatency { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>How many calls are asked for at once, and written together.</summary>
    public CallOptions Calls { get; init; } = new();

    /// <summary>Emails that the mail relay takes in a minute.</summary>
    public double EmailsPerMinute { get; init; } = AzureLimits.EmailsPerMinute;

    /// <summary>Time to hand over an email. Assumed.</summary>
    public TimeSpan EmailLatency { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Units of the SignalR service.</summary>
    public int SignalRUnits { get; init; } = 1;

    /// <summary>Bytes of a push to a board. Assumed.</summary>
    public int PushBytes { get; init; } = 1_024;

    /// <summary>How much longer or shorter a round trip takes by chance. Assumed.</summary>
    public double Spread { get; init; } = 0.25;
}
