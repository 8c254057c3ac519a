namespace Alerting.Local.ServiceBus.Links;

/// <param name="MaxMessageBytes">Of one message or batch, told to clients when they attach.</param>
/// <param name="SenderCredit">How many messages a sender may have under way.</param>
internal sealed record BrokerLimits(long MaxMessageBytes, int SenderCredit = 500);
