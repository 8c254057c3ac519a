using System.Runtime.InteropServices;
using Amqp;
using Amqp.Types;

namespace Alerting.Local.ServiceBus.Messages;

/// <summary>Walks the sections of an encoded message and knows where each begins.</summary>
internal sealed class SectionReader
{
    private const byte DescribedCode = 0x00;
    private readonly ReadOnlyMemory<byte> message;
    private readonly ByteBuffer buffer;
    private readonly int origin;

    public SectionReader(ReadOnlyMemory<byte> message)
    {
        this.message = message;
        if (!MemoryMarshal.TryGetArray(message, out var bytes)) bytes = new(message.ToArray());
        buffer = new ByteBuffer(bytes.Array, bytes.Offset, bytes.Count, bytes.Count);
        origin = bytes.Offset;
    }

    public bool AtEnd => buffer.Length == 0;

    /// <summary>What has not been read yet.</summary>
    public ReadOnlyMemory<byte> Rest => message[Position..];

    private int Position => buffer.Offset - origin;

    /// <summary>The descriptor of the next section, without moving on.</summary>
    /// <exception cref="FormatException">What follows is not a section.</exception>
    public ulong Peek()
    {
        var start = Position;
        if (Encoder.ReadFormatCode(buffer) != DescribedCode) throw new FormatException("a section was expected");
        var descriptor = Encoder.ReadObject(buffer);
        buffer.Seek(start);
        return descriptor switch
        {
            ulong code => code,
            Symbol name => SectionCodes.FromName(name),
            _ => throw new FormatException("a section has no numeric descriptor"),
        };
    }

    public object Read(out ReadOnlyMemory<byte> encoded)
    {
        var start = Position;
        var section = Encoder.ReadObject(buffer);
        encoded = message[start..Position];
        return section;
    }
}
