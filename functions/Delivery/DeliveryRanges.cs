using Alerting.Delivery;
using Microsoft.Extensions.Options;

namespace Alerting.Functions;

/// <summary>Holds the settings of the delivery engine (section <c>Delivery</c>, all optional) to their ranges.</summary>
internal sealed class DeliveryRanges : IValidateOptions<DeliveryOptions>
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Delivery";

    /// <inheritdoc />
    public ValidateOptionsResult Validate(string? name, DeliveryOptions options)
    {
        var problems = Problems(options).Select(problem => $"{Section}:{problem}").ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(DeliveryOptions options)
    {
        if (options.SmsConcurrency is < 1 or > 1000)
            yield return "SmsConcurrency must be 1 to 1000.";
        if (options.EmailConcurrency is < 1 or > 100)
            yield return "EmailConcurrency must be 1 to 100.";
        if (options.SmsChunk is < 1 or > DeliveryBatch.MaxSize)
            yield return "SmsChunk must be 1 to 100.";
        if (options.EmailChunk is < 1 or > DeliveryBatch.MaxSize)
            yield return "EmailChunk must be 1 to 100.";
        if (options.ClaimLease < TimeSpan.FromSeconds(30) || options.ClaimLease > TimeSpan.FromMinutes(10))
            yield return "ClaimLease must be 30 s to 10 min.";
        if (options.ClaimMargin <= TimeSpan.Zero || options.ClaimMargin >= options.ClaimLease)
            yield return "ClaimMargin must be more than nothing and less than Delivery:ClaimLease.";
        if (options.FirstPause <= TimeSpan.Zero || options.LongestPause < options.FirstPause)
            yield return "FirstPause must be more than nothing and at most Delivery:LongestPause.";
        if (options.UsefulLife <= TimeSpan.Zero)
            yield return "UsefulLife must be more than nothing.";
    }
}
