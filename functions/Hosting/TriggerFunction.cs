namespace Alerting.Functions;

/// <summary>Marks the endpoint of a function that the host starts itself; nobody else reaches it.</summary>
internal sealed record TriggerFunction(string Name);
