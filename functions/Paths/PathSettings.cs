using System.Text.RegularExpressions;
using Alerting.Adapters;
using Alerting.Paths;

namespace Alerting.Functions;

/// <summary>Where canaries go and how often: section <c>Paths</c>, all optional.</summary>
internal sealed partial record PathSettings : ICheckedOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Paths";

    private static readonly PathOptions Defaults = new();

    /// <summary>See <see cref="PathOptions.SmsNumber"/>; E.164.</summary>
    public string SmsNumber { get; init; } = "";

    /// <summary>See <see cref="PathOptions.VoiceNumber"/>; E.164.</summary>
    public string VoiceNumber { get; init; } = "";

    /// <summary>See <see cref="PathOptions.Mailbox"/>.</summary>
    public string Mailbox { get; init; } = "";

    /// <summary>See <see cref="PathOptions.Interval"/>.</summary>
    public TimeSpan Interval { get; init; } = Defaults.Interval;

    /// <summary>See <see cref="PathOptions.SmsInterval"/>.</summary>
    public TimeSpan SmsInterval { get; init; } = Defaults.SmsInterval;

    /// <summary>See <see cref="PathOptions.VoiceInterval"/>.</summary>
    public TimeSpan VoiceInterval { get; init; } = Defaults.VoiceInterval;

    /// <summary>See <see cref="PathOptions.Patience"/>.</summary>
    public TimeSpan Patience { get; init; } = Defaults.Patience;

    /// <summary>As the domain takes them.</summary>
    public PathOptions Options => new()
    {
        SmsNumber = SmsNumber,
        VoiceNumber = VoiceNumber,
        Mailbox = Mailbox,
        Interval = Interval,
        SmsInterval = SmsInterval,
        VoiceInterval = VoiceInterval,
        Patience = Patience,
    };

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (SmsNumber.Length > 0 && !NumberForm().IsMatch(SmsNumber))
            yield return "SmsNumber must be a number of our own, + and 8 to 15 digits, or empty.";
        if (VoiceNumber.Length > 0 && !NumberForm().IsMatch(VoiceNumber))
            yield return "VoiceNumber must be a number of our own that answers by itself, + and 8 to 15 digits, or empty.";
        if (Mailbox.Length > 0 && !MailboxForm().IsMatch(Mailbox))
            yield return "Mailbox must be an email address of our own, or empty.";
        if (Interval < TimeSpan.FromMinutes(1) || Interval > TimeSpan.FromDays(1))
            yield return "Interval must be 1 min to 1 day.";
        if (SmsInterval < TimeSpan.FromMinutes(1) || SmsInterval > TimeSpan.FromDays(7))
            yield return "SmsInterval must be 1 min to 7 days.";
        if (VoiceInterval < TimeSpan.FromMinutes(1) || VoiceInterval > TimeSpan.FromDays(7))
            yield return "VoiceInterval must be 1 min to 7 days.";
        if (Patience < TimeSpan.FromSeconds(10) || Patience > TimeSpan.FromMinutes(30))
            yield return "Patience must be 10 s to 30 min.";
    }

    [GeneratedRegex(@"\A\+[0-9]{8,15}\z")]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"\A[^@\s]+@[^@\s]+\z")]
    private static partial Regex MailboxForm();
}
