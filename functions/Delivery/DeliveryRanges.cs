using System.Globalization;
using Alerting.Adapters.Smtp;
using Alerting.Adapters.Twilio;
using Alerting.Delivery;
using Alerting.Delivery.Batches;

namespace Alerting.Functions;

/// <summary>Holds the settings of the delivery engine (section <c>Delivery</c>, all optional) to their ranges.</summary>
internal sealed class DeliveryRanges(IConfiguration configuration) : RangeCheck<DeliveryOptions>(Section)
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Delivery";

    /// <inheritdoc />
    protected override IEnumerable<string> Problems(DeliveryOptions options)
    {
        if (options.SmsConcurrency is < 1 or > 1000)
            yield return "SmsConcurrency must be 1 to 1000.";
        if (options.EmailConcurrency is < 1 or > 100)
            yield return "EmailConcurrency must be 1 to 100.";
        else if (options.EmailConcurrency > Connections())
            yield return "EmailConcurrency must be at most Smtp:Connections: an email that waits for a connection is held to its declaration no more.";
        if (options.NumberMessagesPerMinute is < 0 or > 60)
            yield return "NumberMessagesPerMinute must be 0 to 60.";
        if (options.SmsChunk is < 1 or > DeliveryBatch.MaxSize)
            yield return "SmsChunk must be 1 to 100.";
        if (options.EmailChunk is < 1 or > DeliveryBatch.MaxSize)
            yield return "EmailChunk must be 1 to 100.";
        if (options.ClaimLease < TimeSpan.FromSeconds(5) || options.ClaimLease > TimeSpan.FromMinutes(10))
            yield return "ClaimLease must be 5 s to 10 min.";
        if (options.ClaimMargin <= TimeSpan.Zero || options.ClaimMargin >= options.ClaimLease)
            yield return "ClaimMargin must be more than nothing and less than Delivery:ClaimLease.";
        foreach (var provider in Slower(options.ClaimMargin))
            yield return $"ClaimMargin must be longer than {provider}: a send must end while the claim holds.";
        if (options.AuditGrace < TimeSpan.FromSeconds(1) || options.AuditGrace > TimeSpan.FromMinutes(10))
            yield return "AuditGrace must be 1 s to 10 min.";
        if (options.ReportWithin < TimeSpan.FromSeconds(1) || options.ReportWithin > TimeSpan.FromHours(1))
            yield return "ReportWithin must be 1 s to 1 h.";
        if (options.FirstPause <= TimeSpan.Zero || options.LongestPause < options.FirstPause)
            yield return "FirstPause must be more than nothing and at most Delivery:LongestPause.";
        if (options.UsefulLife <= TimeSpan.Zero)
            yield return "UsefulLife must be more than nothing.";
    }

    private IEnumerable<string> Slower(TimeSpan margin) =>
        new (string Key, TimeSpan Otherwise)[] { ("Twilio:Timeout", new TwilioOptions().Timeout), ("TwilioSecond:Timeout", new TwilioOptions().Timeout), ("Smtp:Timeout", new SmtpOptions().Timeout) }
            .Where(timeout => Length(timeout.Key, timeout.Otherwise) >= margin)
            .Select(timeout => timeout.Key);

    // What cannot be read is its own section's problem.
    private int Connections() =>
        int.TryParse(configuration["Smtp:Connections"], CultureInfo.InvariantCulture, out var given) ? given : new SmtpOptions().Connections;

    private TimeSpan Length(string key, TimeSpan otherwise) =>
        TimeSpan.TryParse(configuration[key], CultureInfo.InvariantCulture, out var given) ? given : otherwise;
}
