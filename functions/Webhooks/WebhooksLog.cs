namespace Alerting.Functions;

internal static partial class WebhooksLog
{
    [LoggerMessage(2000, LogLevel.Warning, "A call of {Path} is not signed by the provider.")]
    public static partial void SignatureWrong(this ILogger log, string path);

    [LoggerMessage(2001, LogLevel.Warning, "A status callback of the provider names no delivery of ours.")]
    public static partial void StatusOfNothing(this ILogger log);

    [LoggerMessage(2002, LogLevel.Warning, "An inbound message of the provider has no sender or no id.")]
    public static partial void ReplyOfNobody(this ILogger log);

    [LoggerMessage(2003, LogLevel.Warning, "A key pressed in a call of the provider names no call of ours, or no key.")]
    public static partial void KeyOfNobody(this ILogger log);
}
