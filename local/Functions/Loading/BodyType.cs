namespace Alerting.Local.Functions.Loading;

/// <summary>What a Service Bus trigger hands over: <c>dataType</c> of its binding.</summary>
internal enum BodyType
{
    /// <summary>Not given: text for one message, parsed JSON for each message of a batch.</summary>
    Unspecified,
    Text,
    Binary
}
