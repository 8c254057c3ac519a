using Alerting.Delivery.Channels;
using Alerting.Texts;

namespace Alerting.Paths;

/// <summary>A call through one provider, proven by the report that it was answered: provider, network, webhook and queue.</summary>
internal sealed class VoicePath(IVoiceProvider provider, int index, PathOptions options) : IPath
{
    public string Name => $"voice.{provider.Name}";

    public TimeSpan Interval => options.VoiceInterval;

    public bool IsSetUp => options.VoiceNumber.Length > 0;

    public Canary Next(DateTimeOffset now) => Canary.Of(Channel.Voice, index, now);

    public async Task<PathAnswer> TryAsync(Canary canary, CancellationToken cancellationToken)
    {
        var call = new VoiceCall(new(options.VoiceNumber), Canary.Spoken, Language.Dutch, canary.Batch, canary.Index) { AsksForKey = false };
        var answer = await provider.CallAsync(call, cancellationToken);
        // Without a clear answer the report decides.
        return answer.Kind is SendKind.Sent or SendKind.Unknown ? PathAnswer.Underway : PathAnswer.Failed(answer.Code ?? "refused");
    }
}
