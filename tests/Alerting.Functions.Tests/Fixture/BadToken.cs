namespace Alerting.Functions.Tests;

/// <summary>What can be wrong with a token.</summary>
public enum BadToken
{
    Expired,
    NotYetValid,
    WrongIssuer,
    WrongAudience,
    OtherKey,
    Tampered,
    AlgorithmNone,
    PublicKeyAsSecret,
    NoObjectId,
    Nonsense,
}
