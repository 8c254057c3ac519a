namespace Alerting.Adapters;

/// <summary>An outside system is there, but does not take the credential that we show it.</summary>
/// <param name="HasExpired">True when it ran out; false when it was refused for another reason, or for none that was told.</param>
/// <param name="Advice">What to do. Names settings and roles, never a value.</param>
public sealed record CredentialFault(bool HasExpired, string Advice)
{
    /// <summary><c>credential-expired</c> or <c>credential-refused</c>.</summary>
    public string Name => HasExpired ? "credential-expired" : "credential-refused";

    /// <summary>The fault that a refusal in words tells of: systems have no common code for what ran out, but all say <c>expired</c>.</summary>
    internal static CredentialFault Of(string refusal, string advice) => new(refusal.Contains("expired", StringComparison.OrdinalIgnoreCase), advice);
}
