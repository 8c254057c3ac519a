using System.Globalization;
using Alerting.Local.ServiceBus.Messages;

namespace Alerting.Local.ServiceBus.Engine;

/// <summary>Takes messages that carry all the given values; strings are compared exactly.</summary>
public sealed record CorrelationFilter : RuleFilter
{
    public string? CorrelationId { get; init; }

    public string? MessageId { get; init; }

    public string? To { get; init; }

    public string? ReplyTo { get; init; }

    /// <summary>The AMQP subject.</summary>
    public string? Label { get; init; }

    public string? SessionId { get; init; }

    public string? ReplyToSessionId { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Application properties by name; numbers are compared by value, whatever their width.</summary>
    public IReadOnlyDictionary<string, object> Properties { get; init; } = new Dictionary<string, object>();

    public bool IsEmpty => Properties.Count == 0 && Wanted.All(value => value is null);

    private IEnumerable<string?> Wanted =>
        [CorrelationId, MessageId, To, ReplyTo, Label, SessionId, ReplyToSessionId, ContentType];

    internal override bool Matches(MessageContent message) =>
        Fits(CorrelationId, message.CorrelationId)
        && Fits(MessageId, message.MessageId)
        && Fits(To, message.To)
        && Fits(ReplyTo, message.ReplyTo)
        && Fits(Label, message.Subject)
        && Fits(SessionId, message.SessionId)
        && Fits(ReplyToSessionId, message.ReplyToSessionId)
        && Fits(ContentType, message.ContentType)
        && Properties.All(wanted => message.ApplicationProperties.TryGetValue(wanted.Key, out var value) && Same(wanted.Value, value));

    private static bool Fits(string? wanted, string? value) =>
        wanted is null || string.Equals(wanted, value, StringComparison.Ordinal);

    private static bool Same(object wanted, object? value) =>
        value is not null && (Equals(wanted, value) || (Number(wanted) is { } number && number == Number(value)));

    private static double? Number(object value) =>
        value is byte or sbyte or short or ushort or int or uint or long or ulong or float or double or decimal
            ? Convert.ToDouble(value, CultureInfo.InvariantCulture)
            : null;
}
