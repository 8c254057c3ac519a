using Amqp;
using Amqp.Sasl;
using Amqp.Types;

namespace Alerting.Local.Tests.ServiceBus;

/// <summary>The mechanism that the .NET client of Service Bus asks for.</summary>
internal sealed class MsSbCbsProfile() : SaslProfile("MSSBCBS")
{
    protected override ITransport UpgradeTransport(ITransport transport) => transport;

    protected override DescribedList GetStartCommand(string hostname) => new SaslInit { Mechanism = Mechanism };

    protected override DescribedList? OnCommand(DescribedList command) => null;
}
