namespace Alerting.Functions;

/// <summary>Tells the API description what JSON a function takes. The content type is checked where the body is read, so that the refusal is ours.</summary>
internal sealed record JsonInput(Type Input);
