namespace Alerting.Local.Twilio.Json;

/// <summary>One page of a list of messages.</summary>
internal sealed record MessageListJson
{
    public required int End { get; init; }

    public required string FirstPageUri { get; init; }

    public string? NextPageUri { get; init; }

    public required int Page { get; init; }

    public required int PageSize { get; init; }

    public string? PreviousPageUri { get; init; }

    public required int Start { get; init; }

    public required string Uri { get; init; }

    public required IReadOnlyList<MessageJson> Messages { get; init; }
}
