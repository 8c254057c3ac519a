using Alerting.Local.ServiceBus.Messages;

namespace Alerting.Local.ServiceBus.Engine;

/// <summary>Takes every message; clients write it as the SQL filter 1=1.</summary>
public sealed record TrueFilter : RuleFilter
{
    public static TrueFilter Instance { get; } = new();

    public static bool IsWrittenAs(string? expression) => expression?.Replace(" ", "", StringComparison.Ordinal) == "1=1";

    internal override bool Matches(MessageContent message) => true;
}
