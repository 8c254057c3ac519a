using System.Text.Json;
using System.Text.Json.Nodes;
using Alerting.Bus;

namespace Alerting.Functions.Tests;

/// <summary>Envelopes as the Functions host makes them of messages and timers; the recordings show that they are.</summary>
internal static class HostEnvelopes
{
    public const string Timer = """
        {"Data":{"timer":{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":false}},"Metadata":{"sys":{"MethodName":"Sweep","UtcNow":"2024-05-01T12:00:01.7654321Z","RandGuid":"0d2f6a64-53c5-4d38-8a55-cc6f2f3b9a01"}}}
        """;

    /// <summary>One message of a trigger with <c>dataType: binary</c>.</summary>
    public static string Of(BusMessage message, int deliveryCount = 1, long sequenceNumber = 42)
    {
        var metadata = new JsonObject
        {
            ["MessageReceiver"] = new JsonObject(),
            ["DeliveryCount"] = $"{deliveryCount}",
            ["SequenceNumber"] = $"{sequenceNumber}",
            ["ApplicationProperties"] = Properties(message),
            ["UserProperties"] = Properties(message),
        };
        if (message.MessageId.Length > 0)
            metadata["MessageId"] = JsonSerializer.Serialize(message.MessageId);
        if (message.Subject is { } subject)
            metadata["Subject"] = JsonSerializer.Serialize(subject);
        return Envelope(Convert.ToBase64String(message.Body.Span), metadata);
    }

    /// <summary>The messages of a trigger with <c>cardinality: many</c>.</summary>
    public static string OfMany(params BusMessage[] messages)
    {
        var metadata = new JsonObject
        {
            ["DeliveryCountArray"] = JsonSerializer.Serialize(messages.Select(_ => 1)),
            ["SequenceNumberArray"] = JsonSerializer.Serialize(messages.Select((_, index) => index + 1)),
            ["MessageIdArray"] = JsonSerializer.Serialize(messages.Select(message => message.MessageId)),
            ["SubjectArray"] = JsonSerializer.Serialize(messages.Select(message => message.Subject)),
            ["ApplicationPropertiesArray"] = JsonSerializer.Serialize(messages.Select(Properties)),
        };
        return Envelope(JsonSerializer.Serialize(messages.Select(message => Convert.ToBase64String(message.Body.Span))), metadata);
    }

    private static string Envelope(string data, JsonObject metadata) =>
        new JsonObject { ["Data"] = new JsonObject { ["message"] = data }, ["Metadata"] = metadata }.ToJsonString();

    private static JsonObject Properties(BusMessage message) =>
        message.TraceParent is { } trace ? new JsonObject { ["traceparent"] = trace } : [];
}
