using Alerting.Delivery.Channels;
using Alerting.Directory;

namespace Alerting.Paths;

/// <summary>A text message through one provider, proven by the report of its arrival: provider, network, webhook and queue.</summary>
internal sealed class SmsPath(ISmsProvider provider, int index, CanaryPace pace, PathOptions options) : IPath
{
    private Address Number => new(options.SmsNumber);

    public string Name => $"sms.{provider.Name}";

    public TimeSpan Interval => options.SmsInterval;

    public bool IsSetUp => options.SmsNumber.Length > 0;

    public bool IsBusy => pace.Waits(provider.Name, Number);

    public Canary Next(DateTimeOffset now) => Canary.Of(Channel.Sms, index, now);

    public async Task<PathAnswer> TryAsync(Canary canary, CancellationToken cancellationToken)
    {
        pace.Draw(provider.Name, Number);
        var answer = await provider.SendAsync(new(Number, Canary.Text, canary.Batch, canary.Index, options.Patience), cancellationToken);
        // Without a clear answer the report decides.
        return answer.Kind is SendKind.Sent or SendKind.Unknown ? PathAnswer.Underway : PathAnswer.Failed(answer.Code ?? "refused");
    }
}
