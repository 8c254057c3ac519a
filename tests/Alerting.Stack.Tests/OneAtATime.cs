namespace Alerting.Stack.Tests;

/// <summary>Whole systems run one after the other: some of their tests measure time, others break things.</summary>
[CollectionDefinition(Name)]
public sealed class OneAtATime
{
    public const string Name = "one system at a time";
}
