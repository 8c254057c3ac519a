using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Alerting.Functions;

/// <summary>Undoes the host's encodings: text stands in a JSON string as a JSON literal, numbers and arrays as text, bytes as base64.</summary>
internal static class HostValue
{
    /// <summary>The text of a single value: <c>"\"m-1\""</c> and <c>"m-1"</c> are m-1, <c>"3"</c> and <c>3</c> are 3. Null when absent.</summary>
    public static string? Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && Inner(value) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } inner
            ? Plain(inner)
            : Plain(value);

    /// <summary>The text of an array's element, which is encoded once only.</summary>
    public static string? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    /// <summary>The elements of an array, which the host sends as text; none when absent.</summary>
    public static IReadOnlyList<JsonElement> Items(JsonElement value)
    {
        var array = value.ValueKind == JsonValueKind.String ? Inner(value) : value;
        return array is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray()] : [];
    }

    /// <summary>The bytes of a message body. Base64 is what a binary trigger sends; a body in a JSON literal comes from a text trigger or a manual run.</summary>
    public static byte[] Bytes(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            return value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? [] : Encoding.UTF8.GetBytes(value.GetRawText());
        if (value.TryGetBytesFromBase64(out var bytes))
            return bytes;
        return Encoding.UTF8.GetBytes(Inner(value) is { ValueKind: JsonValueKind.String } literal ? literal.GetString()! : value.GetString()!);
    }

    // Reports come by the thousand in one text of megabytes, which is not made a string.
    private static JsonElement? Inner(JsonElement text)
    {
        var raw = JsonMarshal.GetRawUtf8Value(text);
        var room = ArrayPool<byte>.Shared.Rent(raw.Length);
        try
        {
            var reader = new Utf8JsonReader(raw);
            reader.Read();
            return JsonElement.Parse(room.AsSpan(0, reader.CopyString(room)));
        }
        catch (JsonException)
        {
            // Not encoded twice: the text stands for itself.
            return null;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }
}
