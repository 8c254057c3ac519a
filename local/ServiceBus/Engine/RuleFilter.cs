using Alerting.Local.ServiceBus.Messages;

namespace Alerting.Local.ServiceBus.Engine;

/// <summary>Decides whether a subscription takes a message.</summary>
public abstract record RuleFilter
{
    internal abstract bool Matches(MessageContent message);
}
