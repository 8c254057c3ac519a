namespace Alerting.Local.Functions.Envelopes;

/// <summary>The entry <c>Client</c> of a Service Bus invocation.</summary>
internal sealed record BrokerClient(string FullyQualifiedNamespace, bool IsClosed, int TransportType, string Identifier)
{
    public static BrokerClient For(string host) => new(host, false, 0, $"{host}-{Guid.NewGuid()}");
}
