namespace Alerting.Local.Functions.Envelopes;

/// <summary>Why an invocation failed.</summary>
internal enum FailureKind
{
    /// <summary>The answer had another status than 2xx.</summary>
    Status,

    /// <summary>The answer was neither JSON nor XML by its content type.</summary>
    ContentType,

    /// <summary>The answer could not be read as an envelope.</summary>
    Content,

    /// <summary>A 2xx answer without an envelope: the real host would wait until functionTimeout.</summary>
    WouldHang,

    /// <summary>No answer came: the handler is gone or broke off.</summary>
    Transport,

    /// <summary>No answer came within functionTimeout.</summary>
    Timeout,

    /// <summary>The trigger's value did not fit its binding.</summary>
    Binding
}
