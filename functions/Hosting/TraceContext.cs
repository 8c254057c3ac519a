using System.Diagnostics;
using System.Text.Json;

namespace Alerting.Functions;

/// <summary>The trace that a message belongs to, carried in its application properties.</summary>
internal static class TraceContext
{
    /// <summary>Name of the source of these spans.</summary>
    public const string SourceName = "Alerting.Functions";

    private static readonly ActivitySource Source = new(SourceName);

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

    /// <summary>
    /// Begins the work of a function in the sender's trace. Exists without a listener too, so that what is sent on belongs to the trace.
    /// Without a sender it belongs to the host's call. The call itself, an envelope around the work, is not told of.
    /// </summary>
    public static Activity? Continue(TriggerFunction function, IReadOnlyList<ReceivedMessage> messages)
    {
        var parent = messages is [{ TraceParent: { } sender }] ? sender : Activity.Current?.ParentId;
        if (!ActivityContext.TryParse(parent, null, isRemote: true, out var context))
            return Start(function, messages, default);
        return Start(function, messages, context) ?? new Activity(NameOf(function)).SetParentId(parent!).Start();
    }

    private static Activity? Start(TriggerFunction function, IReadOnlyList<ReceivedMessage> messages, ActivityContext parent)
    {
        if (!Source.HasListeners())
            return null;
        // Else a work without a sender would be a part of the envelope.
        Activity.Current = null;
        return Source.StartActivity(NameOf(function), ActivityKind.Consumer, parent, links: messages.Count > 1 ? Links(messages) : null)
            ?.SetTag("faas.name", function.Name)
            .SetTag("messaging.batch.message_count", messages.Count > 1 ? messages.Count : null);
    }

    private static IEnumerable<ActivityLink> Links(IEnumerable<ReceivedMessage> messages)
    {
        foreach (var message in messages)
            if (ActivityContext.TryParse(message.TraceParent, null, isRemote: true, out var sender))
                yield return new(sender);
    }

    // Not the function's name: by that the host tells of the same run.
    private static string NameOf(TriggerFunction function) => function.Entity is { } entity ? $"process {entity}" : $"run {function.Name}";
}
