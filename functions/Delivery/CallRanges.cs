using Alerting.Adapters.Twilio;
using Alerting.Calls;
using Alerting.Delivery;
using Microsoft.Extensions.Options;

namespace Alerting.Functions;

/// <summary>Holds the settings of calls (section <c>Calls</c>, all optional) to their ranges.</summary>
internal sealed class CallRanges(IConfiguration configuration) : IValidateOptions<CallOptions>
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Calls";

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, CallOptions options)
    {
        var problems = Problems(options).Select(problem => $"{Section}:{problem}").ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(CallOptions options)
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
