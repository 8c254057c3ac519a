namespace Alerting.Local.ServiceBus.Engine;

/// <summary>A named filter of a subscription.</summary>
public sealed record Rule(string Name, RuleFilter Filter)
{
    public const string DefaultName = "$Default";

    /// <summary>What a subscription has when it is given no rules: it takes everything.</summary>
    public static Rule Default { get; } = new(DefaultName, TrueFilter.Instance);
}
