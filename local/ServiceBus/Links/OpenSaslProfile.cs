using Amqp;
using Amqp.Sasl;
using Amqp.Types;

namespace Alerting.Local.ServiceBus.Links;

/// <summary>
/// Lets everybody in, under whatever mechanism: in Service Bus the right to do something comes with the tokens
/// that are put to $cbs, not with the connection.
/// </summary>
internal sealed class OpenSaslProfile(string mechanism) : SaslProfile(mechanism)
{
    /// <summary>JavaScript and Java ask for ANONYMOUS or PLAIN, .NET only for MSSBCBS.</summary>
    public static IReadOnlyList<string> Mechanisms { get; } = ["MSSBCBS", "ANONYMOUS", "PLAIN", "EXTERNAL"];

    protected override ITransport UpgradeTransport(ITransport transport) => new GatedTransport((IAsyncTransport)transport);

    protected override DescribedList GetStartCommand(string hostname) => new SaslMechanisms();

    protected override DescribedList OnCommand(DescribedList command) => new SaslOutcome { Code = SaslCode.Ok };
}
