using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Alerting.Local.Twilio.Calls;

/// <summary>What TwiML makes of a call: what is said, the first question, or where it goes on.</summary>
internal sealed record VoiceTwiml(IReadOnlyList<Saying> Spoken, Gather? Question, string? Redirect, int? Error)
{
    private const int NotXml = 12100;
    private const int WrongSchema = 12200;
    private const int UsualTimeout = 5;
    private const string UsualLanguage = "en-US";

    private static readonly string[] Verbs = ["Say", "Play", "Pause", "Gather", "Redirect", "Hangup", "Reject"];

    /// <param name="twiml">The document.</param>
    /// <param name="source">Where it came from: relative addresses in it start there.</param>
    public static VoiceTwiml Parse(string twiml, string? source)
    {
        try
        {
            var root = XDocument.Parse(twiml).Root!;
            return root.Name.LocalName == "Response" && root.Elements().All(e => Verbs.Contains(e.Name.LocalName))
                ? Read(root, source)
                : new([], null, null, WrongSchema);
        }
        catch (XmlException)
        {
            return new([], null, null, NotXml);
        }
    }

    // Whatever stands behind a question is reached only when nobody answers it, and behind a redirect never.
    private static VoiceTwiml Read(XElement root, string? source)
    {
        var end = root.Elements().FirstOrDefault(e => e.Name.LocalName is "Gather" or "Redirect" or "Hangup" or "Reject");
        var spoken = root.Descendants("Say")
            .Where(say => end is null || say.IsBefore(end) || say.Parent == end)
            .Select(say => new Saying(say.Value.Trim(), (string?)say.Attribute("language") ?? UsualLanguage));
        return new(
            [.. spoken],
            end?.Name.LocalName == "Gather" ? Ask(end, source) : null,
            end?.Name.LocalName == "Redirect" ? Resolve(end.Value.Trim(), source) : null,
            null);
    }

    private static Gather Ask(XElement gather, string? source)
    {
        var seconds = int.TryParse((string?)gather.Attribute("timeout"), NumberStyles.None, CultureInfo.InvariantCulture, out var given)
            ? given
            : UsualTimeout;
        return new Gather(Resolve((string?)gather.Attribute("action") ?? "", source), TimeSpan.FromSeconds(seconds));
    }

    private static string Resolve(string address, string? source) =>
        source is not null && Uri.TryCreate(new Uri(source), address, out var resolved) ? resolved.AbsoluteUri : address;
}
