using System.Collections.Concurrent;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;
using Alerting.Delivery.Turns;
using Alerting.Directory;

namespace Alerting.Testing;

/// <summary>An SMS provider that keeps what it is handed and answers as the test says.</summary>
public sealed class RecordingSmsProvider(TimeProvider? time = null, string name = "one") : ISmsProvider
{
    private readonly Lock gate = new();
    private readonly List<SmsMessage> tried = [];
    private readonly List<(SmsMessage Message, string Id, DateTimeOffset At)> taken = [];

    public string Name => name;

    /// <summary>Set before it is used.</summary>
    public int Weight { get; init; } = 50;

    public TokenBucket? Bucket { get; set; }

    /// <summary>The answer to a message; null takes it. May block or throw, as a test wishes.</summary>
    public Func<SmsMessage, SendOutcome?> Answer { get; set; } = _ => null;

    /// <summary>Whether a message that was answered with <see cref="SendKind.Unknown"/> was taken all the same.</summary>
    public bool TakesUnknown { get; set; }

    /// <summary>While true <see cref="FindSentAsync"/> fails.</summary>
    public bool CannotBeAsked { get; set; }

    /// <summary>Every message it was handed, in order, whatever it answered.</summary>
    public IReadOnlyList<SmsMessage> Tried
    {
        get
        {
            lock (gate)
                return [.. tried];
        }
    }

    /// <summary>The messages it took.</summary>
    public IReadOnlyList<SmsMessage> Taken
    {
        get
        {
            lock (gate)
                return [.. taken.Select(item => item.Message)];
        }
    }

    public Task<SendOutcome> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var answer = Answer(message);
        lock (gate)
        {
            tried.Add(message);
            var id = answer?.ProviderId ?? $"SM{tried.Count:x32}";
            answer ??= new(SendKind.Sent, id);
            if (answer.Kind == SendKind.Sent || (answer.Kind == SendKind.Unknown && TakesUnknown))
                taken.Add((message, id, (time ?? TimeProvider.System).GetUtcNow()));
            return Task.FromResult(answer);
        }
    }

    /// <summary>What it says of a message when it is asked; null: nothing of it is known.</summary>
    public Func<string, MessageReport?> Report { get; set; } = _ => new(ReceiptKind.Underway);

    /// <summary>Messages it was asked about, by its own names.</summary>
    public ConcurrentQueue<string> AskedAbout { get; } = new();

    public Task<MessageReport?> FindReportAsync(string id, CancellationToken cancellationToken)
    {
        if (CannotBeAsked)
            throw new HttpRequestException("The provider cannot be asked.");
        AskedAbout.Enqueue(id);
        return Task.FromResult(Report(id));
    }

    public Task<string?> FindSentAsync(Address to, string text, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (CannotBeAsked)
            throw new HttpRequestException("The provider cannot be asked.");
        lock (gate)
        {
            return Task.FromResult<string?>(taken
                .Where(item => item.Message.To == to && item.At >= since && item.Message.Text.Contains(text, StringComparison.Ordinal))
                .Select(item => item.Id)
                .FirstOrDefault());
        }
    }
}
