using Alerting.Adapters;
using Alerting.Calls;
using Alerting.Delivery;
using Alerting.Forecasts;

namespace Alerting.Functions;

/// <summary>The rates that were agreed with providers and what runs in Azure, for the forecast before an approval. Nothing is sent by them.</summary>
internal sealed record ForecastOptions : ICheckedOptions
{
    /// <summary>Name of the settings section.</summary>
    public const string Section = "Forecast";

    /// <summary>Senders of text messages that share the load; 1 to 1000.</summary>
    public int SmsSenders { get; init; } = 1;

    /// <summary>Segments that each sender sends in a second; more than 0. Default: an alphanumeric sender of Twilio.</summary>
    public double SmsSegmentsPerSecond { get; init; } = AzureLimits.SegmentsPerSecond;

    /// <summary>Emails that the mail relay takes in a minute; more than 0. Default: a custom domain of Azure Communication Services.</summary>
    public double EmailsPerMinute { get; init; } = AzureLimits.EmailsPerMinute;

    /// <summary>Calls that all accounts together start in a second; more than 0. Default: one account of Twilio.</summary>
    public double CallsPerSecond { get; init; } = AzureLimits.CallsPerSecond;

    /// <summary>Instances that are always ready to deliver; 0 to 1000.</summary>
    public int ReadyInstances { get; init; } = 1;

    /// <summary>Most instances; 1 to 1000.</summary>
    public int MostInstances { get; init; } = AzureLimits.DefaultInstances;

    /// <summary>Messaging units of a Premium broker; 0 for Standard.</summary>
    public int BrokerUnits { get; init; }

    /// <summary>Price of a segment; none when empty, and then no amount is shown.</summary>
    public decimal? SmsSegmentPrice { get; init; }

    /// <summary>Price of an email; likewise.</summary>
    public decimal? EmailPrice { get; init; }

    /// <summary>Price of a call of usual length; likewise.</summary>
    public decimal? CallPrice { get; init; }

    /// <summary>Currency of the prices: three capital letters.</summary>
    public string Currency { get; init; } = "EUR";

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (SmsSenders is < 1 or > 1000)
            yield return "SmsSenders must be 1 to 1000.";
        if (!(SmsSegmentsPerSecond > 0) || !double.IsFinite(SmsSegmentsPerSecond))
            yield return "SmsSegmentsPerSecond must be more than 0.";
        if (!(EmailsPerMinute > 0) || !double.IsFinite(EmailsPerMinute))
            yield return "EmailsPerMinute must be more than 0.";
        if (!(CallsPerSecond > 0) || !double.IsFinite(CallsPerSecond))
            yield return "CallsPerSecond must be more than 0.";
        if (MostInstances is < 1 or > 1000)
            yield return "MostInstances must be 1 to 1000.";
        if (ReadyInstances < 0 || ReadyInstances > MostInstances)
            yield return "ReadyInstances must be 0 to Forecast:MostInstances.";
        if (BrokerUnits is < 0 or > 16)
            yield return "BrokerUnits must be 0 (Standard) to 16.";
        if (SmsSegmentPrice < 0)
            yield return "SmsSegmentPrice must be 0 or more, or empty.";
        if (EmailPrice < 0)
            yield return "EmailPrice must be 0 or more, or empty.";
        if (CallPrice < 0)
            yield return "CallPrice must be 0 or more, or empty.";
        if (Currency is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z', >= 'A' and <= 'Z'])
            yield return "Currency must be three capital letters, such as EUR.";
    }

    /// <summary>The rates of the simulation.</summary>
    public ForecastRates Rates(DeliveryOptions delivery, CallOptions calls) => new()
    {
        Delivery = delivery,
        Calls = calls,
        CallsPerSecond = CallsPerSecond,
        SmsSenders = SmsSenders,
        SegmentsPerSecond = SmsSegmentsPerSecond,
        EmailsPerMinute = EmailsPerMinute,
        Instances = new(ReadyInstances, MostInstances, AzureLimits.InstancesPerStep, AzureLimits.ScalePause),
        Broker = BrokerUnits == 0 ? BrokerRates.Standard : BrokerRates.Premium(BrokerUnits),
    };

    /// <summary>The prices that are given.</summary>
    public IReadOnlyDictionary<CostItem, decimal> Prices() =>
        new (CostItem Item, decimal? Price)[] { (CostItem.SmsSegment, SmsSegmentPrice), (CostItem.Email, EmailPrice), (CostItem.Call, CallPrice) }
            .Where(one => one.Price is not null)
            .ToDictionary(one => one.Item, one => one.Price!.Value);
}
