namespace Alerting.Declarations;

/// <summary>A reason as it was sent.</summary>
public sealed record ReasonInput
{
    /// <summary>Dutch.</summary>
    public string? Nl { get; init; }

    /// <summary>English.</summary>
    public string? En { get; init; }
}
