namespace Alerting;

/// <summary>What kind of refusal a <see cref="Problem"/> is; the front door maps it to an HTTP status.</summary>
public enum ProblemKind
{
    /// <summary>The input is wrong (400 or 422).</summary>
    Invalid,

    /// <summary>The caller may not (403).</summary>
    Forbidden,

    /// <summary>Too late or already done (409).</summary>
    Conflict,

    /// <summary>Unknown (404).</summary>
    NotFound,
}
