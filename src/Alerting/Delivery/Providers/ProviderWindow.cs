namespace Alerting.Delivery.Providers;

/// <summary>Counts what a provider did lately, in sixty slots that together are the window.</summary>
/// <remarks>Not safe for several threads; its owner locks.</remarks>
internal sealed class ProviderWindow(ProviderOptions options)
{
    private const int Slots = 60;
    private readonly Slot[] slots = new Slot[Slots];
    private readonly long slotTicks = Math.Max(1, options.Window.Ticks / Slots);

    /// <summary>A message was handed over.</summary>
    public void Answered(DateTimeOffset now, TimeSpan took, bool failed)
    {
        ref var slot = ref At(now);
        slot.Answers++;
        slot.Failures += failed ? 1 : 0;
        slot.SlowAnswers += took > options.SlowAnswer ? 1 : 0;
    }

    /// <summary>A message was reported as arrived.</summary>
    public void Delivered(DateTimeOffset now, TimeSpan took)
    {
        ref var slot = ref At(now);
        slot.Deliveries++;
        slot.SlowDeliveries += took > options.SlowDelivery ? 1 : 0;
    }

    /// <summary>The counts of the window.</summary>
    public ProviderHealth Health(DateTimeOffset now, bool isResting)
    {
        var oldest = (now.UtcTicks / slotTicks) - Slots;
        var seen = slots.Where(slot => slot.Number > oldest).ToList();
        return new(
            seen.Sum(slot => slot.Answers),
            seen.Sum(slot => slot.Failures),
            seen.Sum(slot => slot.SlowAnswers),
            seen.Sum(slot => slot.Deliveries),
            seen.Sum(slot => slot.SlowDeliveries),
            isResting);
    }

    private ref Slot At(DateTimeOffset now)
    {
        var number = now.UtcTicks / slotTicks;
        ref var slot = ref slots[number % Slots];
        if (slot.Number != number)
            slot = new() { Number = number };
        return ref slot;
    }

    private struct Slot
    {
        public long Number;
        public int Answers;
        public int Failures;
        public int SlowAnswers;
        public int Deliveries;
        public int SlowDeliveries;
    }
}
