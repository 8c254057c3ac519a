using System.Globalization;
using System.Text.Json;

namespace Alerting.Functions;

/// <summary>What the host posts to a function that is not an HTTP function: <c>{"Data":{trigger: value},"Metadata":{…}}</c>.</summary>
/// <param name="document">The posted JSON; owned.</param>
internal sealed class Envelope(JsonDocument document) : IDisposable
{
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = 256 };

    /// <summary>Reads the posted envelope.</summary>
    /// <exception cref="EnvelopeException">The request is no envelope.</exception>
    public static async Task<Envelope> ReadAsync(HttpContext context)
    {
        try
        {
            return new(await JsonDocument.ParseAsync(context.Request.Body, Lenient, context.RequestAborted));
        }
        catch (JsonException exception)
        {
            throw new EnvelopeException("it is not JSON", exception);
        }
    }

    /// <summary>The one message of a trigger with cardinality one.</summary>
    public ReceivedMessage Message() => new(
        HostValue.Bytes(Trigger()),
        HostValue.Text(Metadata("MessageId")) ?? "",
        Number(HostValue.Text(Metadata("SequenceNumber"))),
        (int)Number(HostValue.Text(Metadata("DeliveryCount"))),
        HostValue.Text(Metadata("Subject")),
        TraceContext.In(Metadata("ApplicationProperties")));

    /// <summary>The messages of a trigger with cardinality many, whose metadata are arrays beside each other.</summary>
    public IReadOnlyList<ReceivedMessage> Messages()
    {
        var bodies = HostValue.Items(Trigger());
        var ids = HostValue.Items(Metadata("MessageIdArray"));
        var numbers = HostValue.Items(Metadata("SequenceNumberArray"));
        var counts = HostValue.Items(Metadata("DeliveryCountArray"));
        var subjects = HostValue.Items(Metadata("SubjectArray"));
        var properties = HostValue.Items(Metadata("ApplicationPropertiesArray"));
        return [.. bodies.Select((body, index) => new ReceivedMessage(
            HostValue.Bytes(body),
            HostValue.Plain(At(ids, index)) ?? "",
            Number(HostValue.Plain(At(numbers, index))),
            (int)Number(HostValue.Plain(At(counts, index))),
            HostValue.Plain(At(subjects, index)),
            TraceContext.In(At(properties, index))))];
    }

    /// <inheritdoc />
    public void Dispose() => document.Dispose();

    // The trigger is always the first member, whatever function.json calls it.
    private JsonElement Trigger()
    {
        if (document.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("Data", out var data)
            && data.ValueKind == JsonValueKind.Object
            && data.EnumerateObject() is var members
            && members.MoveNext())
            return members.Current.Value;
        throw new EnvelopeException("it has no Data with a trigger in it");
    }

    private JsonElement Metadata(string name) =>
        document.RootElement.TryGetProperty("Metadata", out var metadata)
        && metadata.ValueKind == JsonValueKind.Object
        && metadata.TryGetProperty(name, out var value)
            ? value
            : default;

    private static JsonElement At(IReadOnlyList<JsonElement> items, int index) => index < items.Count ? items[index] : default;

    private static long Number(string? text) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
