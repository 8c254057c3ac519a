using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Alerting.Local.Twilio;

/// <summary>An <c>application/x-www-form-urlencoded</c> body, in the order it came.</summary>
internal sealed class FormFields
{
    /// <summary>Far above any legal message; the rest is refused unread.</summary>
    private const int MostBytes = 64 * 1024;

    private readonly List<KeyValuePair<string, string>> fields = new(8);

    /// <summary>The first value of that name, or null.</summary>
    public string? this[string name]
    {
        get
        {
            foreach (var field in fields)
            {
                if (field.Key == name)
                    return field.Value;
            }

            return null;
        }
    }

    public IEnumerable<string> All(string name) => fields.Where(f => f.Key == name).Select(f => f.Value);

    /// <summary>Null when the body is too long.</summary>
    public static async ValueTask<FormFields?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(ct);
            if (read.Buffer.Length > MostBytes)
                return null;
            if (read.IsCompleted)
                return Take(reader, read.Buffer);
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    public static FormFields Parse(ReadOnlySpan<byte> body)
    {
        var form = new FormFields();
        while (!body.IsEmpty)
        {
            var end = body.IndexOf((byte)'&');
            var pair = end < 0 ? body : body[..end];
            body = end < 0 ? [] : body[(end + 1)..];
            if (!pair.IsEmpty)
                form.Add(pair);
        }

        return form;
    }

    private static FormFields Take(PipeReader reader, in ReadOnlySequence<byte> body)
    {
        var form = body.IsSingleSegment ? Parse(body.FirstSpan) : Parse(body.ToArray());
        reader.AdvanceTo(body.End);
        return form;
    }

    private void Add(ReadOnlySpan<byte> pair)
    {
        var equals = pair.IndexOf((byte)'=');
        var name = Decode(equals < 0 ? pair : pair[..equals]);
        fields.Add(new(name, equals < 0 ? "" : Decode(pair[(equals + 1)..])));
    }

    private static string Decode(ReadOnlySpan<byte> encoded)
    {
        if (encoded.IndexOfAny((byte)'%', (byte)'+') < 0)
            return Encoding.UTF8.GetString(encoded);

        var room = ArrayPool<byte>.Shared.Rent(encoded.Length);
        var text = Encoding.UTF8.GetString(room, 0, Unescape(encoded, room));
        ArrayPool<byte>.Shared.Return(room);
        return text;
    }

    private static int Unescape(ReadOnlySpan<byte> encoded, Span<byte> into)
    {
        var length = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '%' && i + 2 < encoded.Length
                && Convert.FromHexString(encoded.Slice(i + 1, 2), into[length..], out _, out _) == OperationStatus.Done)
                i += 2;
            else
                into[length] = encoded[i] == '+' ? (byte)' ' : encoded[i];
            length++;
        }

        return length;
    }
}
