namespace Alerting.Local.Functions.Envelopes;

/// <summary>The trigger's value does not fit the binding: the invocation fails and the handler is not called.</summary>
internal sealed class BindingException(string message, Exception inner) : Exception(message, inner);
