using System.Xml;
using System.Xml.Linq;

namespace Alerting.Local.Twilio.Webhooks;

/// <summary>What a webhook's TwiML says to an inbound message: texts to send, and where to ask further.</summary>
internal sealed record TwimlReply(IReadOnlyList<TwimlReply.Text> Texts, string? Redirect, int? Error)
{
    private const int NotXml = 12100;
    private const int WrongSchema = 12200;

    /// <summary>A text to send; without addresses it goes back where the message came from.</summary>
    internal sealed record Text(string Body, string? To, string? From);

    public static TwimlReply Parse(string body)
    {
        if (string.IsNullOrWhiteSpace(body))
            return new([], null, null);

        try
        {
            var root = XDocument.Parse(body).Root!;
            var known = root.Elements().All(e => e.Name.LocalName is "Message" or "Redirect");
            return root.Name.LocalName == "Response" && known ? Read(root) : new([], null, WrongSchema);
        }
        catch (XmlException)
        {
            return new([], null, NotXml);
        }
    }

    // A redirect ends the processing: what stands after it is not read.
    private static TwimlReply Read(XElement root)
    {
        var redirect = root.Element("Redirect");
        var texts = root.Elements("Message")
            .Where(m => redirect is null || m.IsBefore(redirect))
            .Select(m => new Text(
                string.Concat(m.Element("Body")?.Value ?? string.Concat(m.Nodes().OfType<XText>().Select(t => t.Value))).Trim(),
                (string?)m.Attribute("to"),
                (string?)m.Attribute("from")));
        return new([.. texts], redirect?.Value.Trim(), null);
    }
}
