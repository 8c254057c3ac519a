using Alerting.Delivery.Channels;
using Alerting.Directory;

namespace Alerting.Testing;

/// <summary>A provider of calls that keeps what it is asked for and answers as the test says.</summary>
public sealed class RecordingVoiceProvider(TimeProvider? time = null, string name = "one") : IVoiceProvider
{
    private readonly Lock gate = new();
    private readonly List<(VoiceCall Call, string Id, DateTimeOffset At)> taken = [];
    private int tried;

    public string Name => name;

    /// <summary>While true <see cref="FindCallAsync"/> fails.</summary>
    public bool CannotBeAsked { get; set; }

    /// <summary>The answer to a call; null takes it.</summary>
    public Func<VoiceCall, SendOutcome?> Answer { get; set; } = _ => null;

    /// <summary>Whether a call that was answered with <see cref="SendKind.Unknown"/> was taken all the same.</summary>
    public bool TakesUnknown { get; set; }

    /// <summary>The calls it took, with its names of them and when.</summary>
    public IReadOnlyList<(VoiceCall Call, string Id, DateTimeOffset At)> Taken
    {
        get
        {
            lock (gate)
                return [.. taken];
        }
    }

    public Task<SendOutcome> CallAsync(VoiceCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var answer = Answer(call);
        lock (gate)
        {
            var id = $"CA-{name}-{++tried}";
            answer ??= new(SendKind.Sent, id);
            if (answer.Kind == SendKind.Sent || (answer.Kind == SendKind.Unknown && TakesUnknown))
                taken.Add((call, id, (time ?? TimeProvider.System).GetUtcNow()));
            return Task.FromResult(answer);
        }
    }

    public Task<string?> FindCallAsync(Address to, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (CannotBeAsked)
            throw new HttpRequestException("The provider cannot be asked.");
        lock (gate)
            return Task.FromResult(taken.Where(item => item.Call.To == to && item.At >= since).Select(item => item.Id).LastOrDefault());
    }
}
