using Alerting.Delivery.Channels;

namespace Alerting.Paths;

/// <summary>A mail, proven when the mail server takes it.</summary>
internal sealed class EmailPath(IEmailProvider provider, PathOptions options) : IPath
{
    public string Name => "email";

    public TimeSpan Interval => options.Interval;

    public bool IsSetUp => options.Mailbox.Length > 0;

    public Canary Next(DateTimeOffset now) => Canary.Of(Channel.Email, 0, now);

    public async Task<PathAnswer> TryAsync(Canary canary, CancellationToken cancellationToken)
    {
        var message = new EmailMessage(
            new(options.Mailbox), Canary.Subject, Canary.Text, $"{canary.Batch}.{canary.Index}@alerting", canary.SentAt + (options.Interval * PathRules.IntervalsTillUnknown));
        var answer = await provider.SendAsync(message, cancellationToken);
        return answer.Kind == SendKind.Sent ? PathAnswer.Confirmed : PathAnswer.Failed(answer.Code ?? "refused");
    }
}
