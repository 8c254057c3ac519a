using System.Runtime.Serialization;
using System.Text;
using System.Xml;

namespace Alerting.Local.Functions.Envelopes;

/// <summary>
/// Turns the body of a message into the value that the trigger hands over. A body of another AMQP kind
/// than bytes or text cannot be bound, and the function is then not called.
/// </summary>
internal static class MessageText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private static readonly DataContractSerializer Legacy = new(typeof(string));

    public static string FromBody(object? body) => body switch
    {
        byte[] bytes => FromBytes(bytes),
        string text => text,
        _ => throw new NotSupportedException($"a message body of type {body?.GetType().Name ?? "null"} cannot be read as text")
    };

    public static byte[] BytesOf(object? body) => body as byte[]
        ?? throw new NotSupportedException($"a message body of type {body?.GetType().Name ?? "null"} cannot be read as bytes");

    private static string FromBytes(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return FromLegacy(bytes) ?? Encoding.UTF8.GetString(bytes);
        }
    }

    /// <summary>Older .NET clients wrote text as binary XML.</summary>
    private static string? FromLegacy(byte[] bytes)
    {
        try
        {
            using var reader = XmlDictionaryReader.CreateBinaryReader(bytes, XmlDictionaryReaderQuotas.Max);
            return (string?)Legacy.ReadObject(reader);
        }
        catch (Exception error) when (error is XmlException or SerializationException)
        {
            return null;
        }
    }
}
