using System.Text.Json;
using System.Text.Json.Serialization;
using Alerting.Bus;
using Alerting.Json;
using Alerting.Outbox;

namespace Alerting.Declarations;

/// <summary>A change of a declaration as a CloudEvent in structured JSON form; the names of the attributes are those of the standard.</summary>
/// <remarks>https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md</remarks>
public sealed record DeclarationEvent
{
    /// <summary>Media type of the text form.</summary>
    public const string MediaType = "application/cloudevents+json";

    /// <summary>Version of the standard.</summary>
    public string Specversion { get; init; } = "1.0";

    /// <summary>Declaration id and state: one event per change, however often it is sent.</summary>
    public required string Id { get; init; }

    /// <summary>Where it comes from.</summary>
    public string Source { get; init; } = "/alerting/declarations";

    /// <summary>What happened, such as <c>nl.alerting.declaration.approved</c>.</summary>
    public required string Type { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Id of the declaration.</summary>
    public required string Subject { get; init; }

    /// <summary>Media type of <see cref="Data"/>.</summary>
    public string Datacontenttype { get; init; } = "application/json";

    /// <summary>W3C trace context of the request that caused it; left out when there was none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Traceparent { get; init; }

    /// <summary>The declaration after the change.</summary>
    public required DeclarationDocument Data { get; init; }

    /// <summary>The message that tells the topic of the state a declaration has come to.</summary>
    /// <param name="declaration">After the change.</param>
    /// <param name="at">When it happened.</param>
    /// <param name="traceParent">W3C trace context of the request, if any.</param>
    public static OutboxMessage Message(Declaration declaration, DateTimeOffset at, string? traceParent)
    {
        var state = DeclarationAct.StateOf(declaration);
        var change = new DeclarationEvent
        {
            Id = $"{declaration.Id}.{state}",
            Type = $"nl.alerting.{DeclarationAct.Of(declaration)}",
            Time = at,
            Subject = declaration.Id.Value,
            Traceparent = traceParent,
            Data = DeclarationDocument.Of(declaration),
        };
        var body = JsonSerializer.Serialize(change, AlertingJson.Compact.DeclarationEvent);
        return new(change.Id, Entities.Declarations, state, body, at, traceParent);
    }
}
