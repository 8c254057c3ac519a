namespace Alerting.Local.Functions.Envelopes;

/// <summary>How an invocation ended.</summary>
internal abstract record InvocationOutcome
{
    internal sealed record Success(Answer Answer) : InvocationOutcome;

    internal sealed record Failure(FailureKind Kind, string Reason) : InvocationOutcome;
}
