using Alerting.Delivery;

namespace Alerting.Paths;

/// <summary>A text message through one provider, proven by the report of its arrival: provider, network, webhook and queue.</summary>
internal sealed class SmsPath(ISmsProvider provider, int index, PathOptions options) : IPath
{
    public string Name => $"sms.{provider.Name}";

    public TimeSpan Interval => options.SmsInterval;

    public bool IsSetUp => options.SmsNumber.Length > 0;

    public Canary Next(DateTimeOffset now) => Canary.Of(Channel.Sms, index, now);

    public async Task<PathAnswer> TryAsync(Canary canary, CancellationToken cancellationToken)
    {
        var answer = await provider.SendAsync(new(new(options.SmsNumber), Canary.Text, canary.Batch, canary.Index, options.Patience), cancellationToken);
        // Without a clear answer the report decides.
        return answer.Kind is SendKind.Sent or SendKind.Unknown ? PathAnswer.Underway : PathAnswer.Failed(answer.Code ?? "refused");
    }
}
