using System.Globalization;
using Alerting.Local.Twilio.Calls;

namespace Alerting.Local.Twilio;

/// <summary>
/// The numbers that choose what happens: <c>+31 970 999 CCC NN</c>, where CCC says what and NN counts.
/// No other number has an effect. README.md holds the table.
/// </summary>
internal readonly record struct MagicNumber(int Choice, int Count)
{
    private const string Prefix = "+31970999";

    public const int Rejected429 = 429;
    public const int ServerError = 500;
    public const int Hang = 900;
    public const int Cut = 901;
    public const int Slow = 902;
    public const int Unconfirmed = 903;
    public const int HangAccepted = 904;

    public static MagicNumber? Of(string number)
    {
        if (number.Length != Prefix.Length + 5 || !number.StartsWith(Prefix, StringComparison.Ordinal))
            return null;

        var digits = number.AsSpan(Prefix.Length);
        return int.TryParse(digits[..3], NumberStyles.None, CultureInfo.InvariantCulture, out var choice)
            && int.TryParse(digits[3..], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new MagicNumber(choice, count)
            : null;
    }

    /// <summary>What becomes of a message to this number once it is accepted.</summary>
    public Outcome Outcome => Choice switch
    {
        >= 1 and <= 8 => Choice is 1 or 2 ? Outcome.Failed(30000 + Choice) : Outcome.Undelivered(30000 + Choice),
        Slow => Outcome.DeliveredAfter(TimeSpan.FromSeconds(Count)),
        Unconfirmed => Outcome.Unconfirmed,
        _ => Outcome.Delivered,
    };

    /// <summary>The refusal of a message to this number, if it is refused for good.</summary>
    public TwilioError? MessageRefusal(string to) => Choice switch
    {
        211 => TwilioError.InvalidTo(to),
        408 => TwilioError.RegionNotEnabled(to),
        610 => TwilioError.Unsubscribed(),
        611 => TwilioError.QueueFull(),
        612 => TwilioError.NoRoute(to),
        614 => TwilioError.NotMobile(to),
        _ => null,
    };

    /// <summary>How the person at this number treats a call.</summary>
    public CallBehaviour CallBehaviour => Choice switch
    {
        480 => CallBehaviour.NoAnswer,
        486 => CallBehaviour.Busy,
        404 => CallBehaviour.Failed,
        >= 700 and <= 709 => CallBehaviour.Presses((char)('0' + Choice - 700)),
        _ => CallBehaviour.Answers,
    };

    /// <summary>
    /// What a request to this number suffers, on its <paramref name="attempt"/>th time (from 1): the first NN
    /// requests fail, or every one when NN is 00.
    /// </summary>
    public Fault FaultAt(int attempt) => Count != 0 && attempt > Count
        ? Fault.None
        : Choice switch
        {
            Rejected429 => Fault.TooMany,
            ServerError => Fault.ServerError,
            Hang => Fault.Hang,
            Cut => Fault.Cut,
            HangAccepted => Fault.HangAccepted,
            _ => Fault.None,
        };
}
