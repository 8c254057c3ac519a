using System.Security.Cryptography.X509Certificates;
using Amqp;
using Amqp.Listener;

namespace Alerting.Local.ServiceBus.Links;

/// <summary>
/// The library's host, except that incoming messages stay bytes: decoding and encoding a message
/// would lose repeated body sections and odd types.
/// </summary>
internal sealed class AmqpHost(Address address, X509Certificate2? certificate) : ContainerHost([address], certificate), IContainer
{
    Message IContainer.CreateMessage(ByteBuffer buffer) =>
        new CapturedMessage(buffer.Buffer.AsSpan(buffer.Offset, buffer.Length).ToArray());
}
