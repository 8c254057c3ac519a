using System.Diagnostics;
using System.Text.Json;

namespace Alerting.Functions;

/// <summary>The trace that a message belongs to, carried in its application properties.</summary>
internal static class TraceContext
{
    private static readonly ActivitySource Source = new("Alerting.Functions");

    // The first is the W3C name, the second what Azure's own clients write.
    private static readonly string[] Names = ["traceparent", "Diagnostic-Id"];

    /// <summary>The sender's <c>traceparent</c>, or null when there is none that is well-formed.</summary>
    public static string? In(JsonElement properties)
    {
        if (properties.ValueKind != JsonValueKind.Object)
            return null;
        return Names
            .Select(name => properties.TryGetProperty(name, out var value) ? HostValue.Plain(value) : null)
            .FirstOrDefault(text => ActivityContext.TryParse(text, null, out _));
    }

    /// <summary>Continues the sender's trace for the work on one message. Exists without a listener too, so that what is sent on belongs to the trace.</summary>
    public static Activity? Continue(string function, string? traceParent)
    {
        if (traceParent is null || !ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent))
            return null;
        return Source.StartActivity(function, ActivityKind.Consumer, parent) ?? new Activity(function).SetParentId(traceParent).Start();
    }
}
