namespace Alerting.Functions;

/// <summary>What a function answers about a message that it will never take, however often it comes. The broker parks the message after its last try.</summary>
/// <param name="Problems">What is wrong with it, at least one.</param>
internal sealed record Refused(IReadOnlyList<Problem> Problems)
{
    /// <summary>Refused for one reason.</summary>
    public static Refused For(Problem problem) => new([problem]);
}
