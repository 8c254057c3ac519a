namespace Alerting.Local.Stack;

/// <summary>A port of the stack: the name its option begins with, its number unless told otherwise, and what listens there.</summary>
internal sealed record Port(string Name, int Number, string Role)
{
    public string Option => $"{Name}-port";
}
