using System.Xml.Linq;
using Alerting.Delivery.Channels;
using Alerting.Texts;

namespace Alerting.Adapters.Twilio;

/// <summary>Writes what the provider is to do in a call.</summary>
/// <remarks>Source: https://www.twilio.com/docs/voice/twiml. A voice cannot say what XML cannot hold; such characters are left out.</remarks>
public sealed class VoiceTwiml(PublicOptions address)
{
    // Between the last word and hanging up: time to take the telephone from the ear.
    private const int KeySeconds = 8;

    /// <summary>Says a text twice and waits for one key; without one it hangs up.</summary>
    public string Ask(VoiceCall call) => Ask(call, times: 2, repeated: false);

    /// <summary>Says a text once more, after a wrong key.</summary>
    public string AskAgain(VoiceCall call) => Ask(call, times: 1, repeated: true);

    /// <summary>Says a text and hangs up.</summary>
    public static string Say(string text, Language language) => Response(Spoken(text, language));

    /// <summary>Hangs up.</summary>
    public static string HangUp() => Response(new XElement("Hangup"));

    private string Ask(VoiceCall call, int times, bool repeated) => Response(new XElement(
        "Gather",
        new XAttribute("input", "dtmf"),
        new XAttribute("numDigits", 1),
        new XAttribute("timeout", KeySeconds),
        new XAttribute("method", "POST"),
        new XAttribute("action", address.AddressOf(CallCallback.Keypad(call.Batch, call.Index, repeated))),
        Enumerable.Range(0, times).SelectMany(time => Repetition(time, call))));

    private static IEnumerable<XElement> Repetition(int time, VoiceCall call) =>
        time == 0 ? [Spoken(call.Text, call.Language)] : [new XElement("Pause", new XAttribute("length", 1)), Spoken(call.Text, call.Language)];

    private static XElement Spoken(string text, Language language) => new(
        "Say",
        new XAttribute("language", language == Language.Dutch ? "nl-NL" : "en-GB"),
        string.Concat(text.EnumerateRunes().Where(rune => rune.Value is '\t' or '\n' or '\r' or >= 0x20 and not (0xFFFE or 0xFFFF))));

    private static string Response(XElement verb) => new XElement("Response", verb).ToString(SaveOptions.DisableFormatting);
}
