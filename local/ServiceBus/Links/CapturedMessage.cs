using Amqp;

namespace Alerting.Local.ServiceBus.Links;

/// <summary>An incoming message as the bytes that came.</summary>
internal sealed class CapturedMessage(ReadOnlyMemory<byte> bytes) : Message
{
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;
}
