using System.Collections.Immutable;
using Alerting.Local.ServiceBus.Messages;

namespace Alerting.Local.ServiceBus.Engine;

/// <summary>The rules of a subscription. Changes replace the list, so that a reader always sees a whole one.</summary>
internal sealed class RuleSet(IEnumerable<Rule> rules)
{
    private ImmutableList<Rule> rules = [.. rules];

    public IReadOnlyList<Rule> All => Volatile.Read(ref rules);

    public bool Matches(MessageContent message) => All.Any(rule => rule.Filter.Matches(message));

    /// <summary>False when the name is taken.</summary>
    public bool Add(Rule rule) =>
        ImmutableInterlocked.Update(ref rules, list => list.Exists(other => Same(other, rule.Name)) ? list : list.Add(rule));

    /// <summary>False when there is no such rule.</summary>
    public bool Remove(string name) =>
        ImmutableInterlocked.Update(ref rules, list => list.RemoveAll(rule => Same(rule, name)));

    private static bool Same(Rule rule, string name) => string.Equals(rule.Name, name, StringComparison.OrdinalIgnoreCase);
}
