namespace Alerting.Local.ServiceBus.Engine;

/// <summary>What an address offers: each part is null where it makes no sense.</summary>
/// <param name="Path">As it is spelt in the topology.</param>
/// <param name="Queue">To receive from.</param>
/// <param name="Target">To send to.</param>
/// <param name="Rules">Of a subscription.</param>
internal sealed record Entity(string Path, MessageQueue? Queue, ISendTarget? Target, RuleSet? Rules);
