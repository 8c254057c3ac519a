using System.Globalization;
using Amqp;
using Amqp.Framing;

namespace Alerting.Local.ServiceBus.Messages;

/// <summary>
/// What a sender gave. Sections that the broker has no reason to change are kept as the bytes that came,
/// so that nothing is lost in decoding.
/// </summary>
internal sealed record MessageContent
{
    public bool Durable { get; init; }

    public byte? Priority { get; init; }

    /// <summary>How long the message may live; null when the sender set no limit.</summary>
    public TimeSpan? TimeToLive { get; init; }

    /// <summary>When the message is to become active; null: at once.</summary>
    public DateTimeOffset? ScheduledAt { get; init; }

    /// <summary>The sender's message annotations, without those that the broker writes itself.</summary>
    public IReadOnlyDictionary<string, object?> Annotations { get; init; } = new Dictionary<string, object?>();

    /// <summary>As text: AMQP also allows numbers, uuids and bytes.</summary>
    public required string MessageId { get; init; }

    public string? CorrelationId { get; init; }

    public string? To { get; init; }

    public string? ReplyTo { get; init; }

    public string? Subject { get; init; }

    public string? SessionId { get; init; }

    public string? ReplyToSessionId { get; init; }

    public string? ContentType { get; init; }

    public IReadOnlyDictionary<string, object?> ApplicationProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The encoded properties section.</summary>
    public ReadOnlyMemory<byte> PropertiesSection { get; init; }

    /// <summary>The encoded application properties, possibly empty.</summary>
    public ReadOnlyMemory<byte> ApplicationPropertiesSection { get; init; }

    /// <summary>Body and footer as they came.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Adds application properties or replaces them by name.</summary>
    public MessageContent With(IReadOnlyDictionary<string, object?> changes)
    {
        if (changes.Count == 0) return this;
        var merged = new Dictionary<string, object?>(ApplicationProperties);
        foreach (var (name, value) in changes) merged[name] = value;
        return this with { ApplicationProperties = merged, ApplicationPropertiesSection = Encode(merged) };
    }

    public static string? Text(object? id) => id is byte[] bytes
        ? Convert.ToHexStringLower(bytes)
        : Convert.ToString(id, CultureInfo.InvariantCulture);

    private static byte[] Encode(Dictionary<string, object?> properties)
    {
        var section = new ApplicationProperties();
        foreach (var (name, value) in properties) section[name] = value;
        var buffer = new ByteBuffer(256, autoGrow: true);
        section.Encode(buffer);
        return buffer.Buffer.AsSpan(buffer.Offset, buffer.Length).ToArray();
    }
}
