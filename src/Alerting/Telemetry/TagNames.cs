using System.Text.Json;

namespace Alerting.Telemetry;

/// <summary>What spans and measurements are told apart by.</summary>
public static class TagNames
{
    /// <summary><c>sms</c>, <c>email</c> or <c>voice</c>.</summary>
    public const string Channel = "alerting.channel";

    /// <summary><c>actual</c>, <c>exercise</c> or <c>test</c>.</summary>
    public const string Status = "alerting.status";

    /// <summary>A queue, or <c>topic/Subscriptions/name</c>.</summary>
    public const string Entity = "alerting.entity";

    /// <summary>A kind of finding about the directory.</summary>
    public const string Finding = "alerting.finding";

    /// <summary>Name of a provider, as in the settings.</summary>
    public const string Provider = "alerting.provider";

    /// <summary>Why weight was shifted: <c>failing</c>, <c>slow</c> or <c>quiet</c>.</summary>
    public const string Reason = "alerting.reason";

    /// <summary>A way that messages go.</summary>
    public const string Path = "alerting.path";

    /// <summary>Id of the declaration; spans only.</summary>
    public const string Alert = "alerting.alert";

    /// <summary>Id of the batch; spans only.</summary>
    public const string Batch = "alerting.batch";

    /// <summary>Index of the delivery in its batch; spans only.</summary>
    public const string Delivery = "alerting.delivery";

    /// <summary>What became of it; spans only.</summary>
    public const string Outcome = "alerting.outcome";

    /// <summary>The provider's or our code of the reason; spans only.</summary>
    public const string Code = "alerting.code";

    /// <summary>How many deliveries; spans only.</summary>
    public const string Count = "alerting.count";

    /// <summary>A value of an enum as a tag: the same words as in the API.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
