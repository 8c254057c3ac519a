using System.Globalization;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;

namespace Alerting.Paths;

/// <summary>A test message along the way that alerts go. It belongs to no alert, counts as none, and reads like none.</summary>
/// <param name="Batch">Names it where a delivery is named, so that its report comes back by the same way: an id that no alert can have.</param>
/// <param name="Index">Tells canaries of the same minute apart.</param>
/// <param name="SentAt">When.</param>
public sealed record Canary(BatchId Batch, int Index, DateTimeOffset SentAt)
{
    /// <summary>What canaries say; one segment of a text message.</summary>
    public const string Text = "TEST. Proefbericht van de alarmering: geen alarm, u hoeft niets te doen. Test of the message path: no alert, nothing to do.";

    /// <summary>What canary calls say.</summary>
    public const string Spoken = "Test. Dit is een proefoproep van de alarmering. Er is geen alarm, u hoeft niets te doen. Test.";

    /// <summary>First words of the subject of a mail.</summary>
    public const string Subject = "TEST: geen alarm / no alert";

    // No declaration is made on the day 00000000.
    private static readonly DeclarationId Nothing = new("00000000-CANARY");

    /// <summary>Names it among the proofs.</summary>
    public string Reference => ReferenceOf(Batch, Index);

    /// <summary>A canary of a channel.</summary>
    /// <param name="channel">The channel whose form of name it takes.</param>
    /// <param name="index">0 to 99: tells the paths apart.</param>
    /// <param name="now">The present; a canary of the same path a minute later has another name, for 69 days.</param>
    public static Canary Of(Channel channel, int index, DateTimeOffset now) =>
        new(channel == Channel.Voice ? Of(Channel.Sms, now).Calls(1) : Of(channel, now), index, now);

    private static BatchId Of(Channel channel, DateTimeOffset now) => BatchId.Of(Nothing, channel, 1, (int)(now.ToUnixTimeSeconds() / 60 % 100_000));

    /// <summary>True for a batch that is none.</summary>
    public static bool Is(BatchId batch) => batch.Alert == Nothing;

    /// <summary>Names a canary by what a report names.</summary>
    public static string ReferenceOf(BatchId batch, int index) => string.Create(CultureInfo.InvariantCulture, $"{batch}/{index}");
}
