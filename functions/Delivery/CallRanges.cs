using Alerting.Adapters.Twilio;
using Alerting.Calls;
using Alerting.Delivery.Batches;

namespace Alerting.Functions;

/// <summary>Holds the settings of calls (section <c>Calls</c>, all optional) to their ranges.</summary>
internal sealed class CallRanges(IConfiguration configuration) : RangeCheck<CallOptions>(Section)
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Calls";

    /// <inheritdoc />
    protected override IEnumerable<string> Problems(CallOptions options)
    {
        if (options.Attempts is < 0 or > 9)
            yield return "Attempts must be 0 to 9.";
        if (options.Attempts > 0 && !TwilioOptions.CanCall(configuration))
            yield return "Attempts must be 0 unless Twilio:CallFrom or Twilio:From, or those of TwilioSecond, is a number that calls can come from.";
        if (options.ConfirmWithin < TimeSpan.FromSeconds(1) || options.ConfirmWithin > TimeSpan.FromHours(4))
            yield return "ConfirmWithin must be 1 s to 4 h.";
        if (options.Pause < TimeSpan.FromSeconds(1) || options.Pause > TimeSpan.FromHours(1))
            yield return "Pause must be 1 s to 1 h.";
        if (options.Concurrency is < 1 or > 100)
            yield return "Concurrency must be 1 to 100.";
        if (options.Chunk is < 1 or > DeliveryBatch.MaxSize)
            yield return "Chunk must be 1 to 100.";
    }
}
