using Alerting.Local.ServiceBus.Engine;

namespace Alerting.Local.Tests.ServiceBus;

/// <summary>A receiver that keeps what it gets.</summary>
internal sealed class FakeConsumer(bool deletesOnReceive = false, object? owner = null) : Consumer
{
    public List<QueuedMessage> Received { get; } = [];

    public List<int> Restated { get; } = [];

    public int Drains { get; private set; }

    public bool IsGone { get; set; }

    public override bool DeletesOnReceive => deletesOnReceive;

    public override object? Owner => owner;

    public QueuedMessage Last => Received[^1];

    public Guid Token => Last.Lock!.Value.Token;

    public override bool Deliver(QueuedMessage message)
    {
        if (IsGone) return false;
        Received.Add(message);
        return true;
    }

    public override void Restate(int credit) => Restated.Add(credit);

    public override void Drain() => Drains++;
}
