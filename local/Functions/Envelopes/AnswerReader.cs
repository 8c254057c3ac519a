using System.Runtime.Serialization;
using System.Text;
using System.Xml;
using Newtonsoft.Json;

namespace Alerting.Local.Functions.Envelopes;

/// <summary>
/// Reads the handler's answer as the host does: JSON leniently (comments, single quotes, anything after the first object),
/// or XML of the same shape; other content types fail, and an answer without an envelope would hang the real host.
/// </summary>
internal static class AnswerReader
{
    private const int MaxDepth = 256;
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Utf16 = new UnicodeEncoding(false, true, throwOnInvalidBytes: true);
    private static readonly DataContractSerializer Xml = new(typeof(Answer));

    public static InvocationOutcome Read(RawAnswer raw)
    {
        if (raw.Status is < 200 or > 299)
            return Fail(FailureKind.Status, $"Response status code does not indicate success: {raw.Status}{Phrase(raw)}.");
        if (raw.Body.Length == 0)
            return WouldHang(raw, "no body");
        try
        {
            switch (raw.MediaType?.ToUpperInvariant())
            {
                case "APPLICATION/JSON" or "TEXT/JSON":
                    return FromJson(raw) is { } json ? new InvocationOutcome.Success(json) : WouldHang(raw, "null or nothing but white space");
                case "APPLICATION/XML" or "TEXT/XML":
                    return FromXml(raw) is { } xml ? new InvocationOutcome.Success(xml) : WouldHang(raw, "an empty XML value");
                default:
                    return Fail(FailureKind.ContentType, $"the content type '{raw.MediaType}' is not JSON");
            }
        }
        catch (Exception error) when (error is JsonException or DecoderFallbackException or XmlException or SerializationException)
        {
            return Fail(FailureKind.Content, $"the answer is not an envelope: {error.Message}");
        }
    }

    private static Answer? FromJson(RawAnswer raw)
    {
        using var text = new StreamReader(new MemoryStream(raw.Body), EncodingOf(raw));
        using var reader = new JsonTextReader(text) { MaxDepth = MaxDepth };
        return new JsonSerializer().Deserialize<Answer>(reader);
    }

    private static Answer? FromXml(RawAnswer raw)
    {
        var quotas = new XmlDictionaryReaderQuotas { MaxDepth = MaxDepth };
        using var reader = XmlDictionaryReader.CreateTextReader(new MemoryStream(raw.Body), EncodingOf(raw), quotas, null);
        return (Answer?)Xml.ReadObject(reader);
    }

    /// <summary>Any other charset is passed over, and the bytes are read as UTF-8.</summary>
    private static Encoding EncodingOf(RawAnswer raw) =>
        string.Equals(raw.Charset?.Trim('"'), Utf16.WebName, StringComparison.OrdinalIgnoreCase) ? Utf16 : Utf8;

    private static InvocationOutcome.Failure WouldHang(RawAnswer raw, string what) => Fail(FailureKind.WouldHang,
        $"the handler answered {raw.Status} with {what}; the real host would hang until functionTimeout and then kill the handler. Answer with a JSON object, {{}} at least");

    private static InvocationOutcome.Failure Fail(FailureKind kind, string reason) => new(kind, reason);

    private static string Phrase(RawAnswer raw) => string.IsNullOrEmpty(raw.ReasonPhrase) ? "" : $" ({raw.ReasonPhrase})";
}
