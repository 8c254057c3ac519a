namespace Alerting.Functions;

/// <summary>Marks the endpoint of a function that the host starts itself; nobody else reaches it.</summary>
/// <param name="Name">The function.</param>
/// <param name="Entity">Queue, or <c>topic/Subscriptions/name</c>, whose messages start it; null for a timer.</param>
internal sealed record TriggerFunction(string Name, string? Entity);
