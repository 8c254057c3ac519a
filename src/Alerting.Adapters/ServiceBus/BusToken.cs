namespace Alerting.Adapters.ServiceBus;

/// <summary>A right to use an entity, for a while.</summary>
/// <param name="Type">As the broker names it: <c>servicebus.windows.net:sastoken</c> or <c>jwt</c>.</param>
/// <param name="Value">Secret.</param>
/// <param name="ExpiresAt">The broker ends links whose token has expired.</param>
internal sealed record BusToken(string Type, string Value, DateTimeOffset ExpiresAt)
{
    /// <summary>Not the value.</summary>
    public override string ToString() => $"{Type} until {ExpiresAt:O}";
}
