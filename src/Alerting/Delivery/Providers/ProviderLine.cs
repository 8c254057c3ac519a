using Alerting.Delivery.Channels;
using Alerting.Delivery.Turns;

namespace Alerting.Delivery.Providers;

/// <summary>One provider as this process knows it: what is in flight, how it answers, and whether it is left alone.</summary>
/// <param name="name">The provider's.</param>
/// <param name="options">Bounds.</param>
/// <param name="time">The clock.</param>
/// <param name="bucket">The rate that was agreed; null for no bound.</param>
internal sealed class ProviderLine(string name, ProviderOptions options, TimeProvider time, TokenBucket? bucket = null)
{
    private readonly Lock gate = new();
    private readonly ProviderWindow window = new(options);
    private readonly ProviderRest sending = new(options);
    private readonly ProviderRest asking = new(options);
    private int inFlight;
    private DateTimeOffset fullAt;

    public string Name => name;

    public ProviderHealth Health()
    {
        var now = time.GetUtcNow();
        lock (gate)
            return window.Health(now, sending.IsOn(now));
    }

    /// <summary>How it is for the choice of a provider.</summary>
    /// <param name="weight">Its weight now.</param>
    /// <param name="room">How much it may have in flight.</param>
    /// <param name="refusedBy">Who has just refused the message.</param>
    public Candidate Offer(int weight, int room, string? refusedBy)
    {
        var now = time.GetUtcNow();
        lock (gate)
            return new(weight, inFlight < room, sending.IsOn(now), Name == refusedBy);
    }

    /// <summary>True when it may have a message that can wait.</summary>
    public bool HasToken()
    {
        var now = time.GetUtcNow();
        lock (gate)
            return bucket?.HasToken(fullAt, now) != false;
    }

    /// <summary>A message is handed over; one that cannot wait leaves the bucket in debt.</summary>
    public void Draw()
    {
        var now = time.GetUtcNow();
        lock (gate)
            fullAt = bucket?.Draw(fullAt, now) ?? fullAt;
    }

    public void Begin()
    {
        Draw();
        lock (gate)
        {
            inFlight++;
            sending.Begin();
        }
    }

    /// <summary>Hands something over that <see cref="Begin"/> has announced.</summary>
    public async Task<SendOutcome> SendAsync(Func<Task<SendOutcome>> send)
    {
        var start = time.GetTimestamp();
        SendOutcome? answer = null;
        try
        {
            answer = await send() with { Provider = Name };
            return answer;
        }
        finally
        {
            End(answer, time.GetElapsedTime(start));
        }
    }

    /// <summary>Asks for what was handed over.</summary>
    /// <returns>Sent, when it was taken; try later, when it was not; unknown, when it could not be asked.</returns>
    public async Task<SendOutcome> FindAsync(Func<Task<string?>> find)
    {
        if (IsSilent())
            return Unasked;
        try
        {
            var taken = await find();
            lock (gate)
                asking.Succeeded();
            return taken is null ? new(SendKind.TryLater, Provider: Name) : new(SendKind.Sent, taken, Provider: Name);
        }
        catch (HttpRequestException)
        {
            // Nothing is known, and that is what gets written.
            lock (gate)
                asking.Failed(time.GetUtcNow());
            return Unasked;
        }
    }

    public void Delivered(TimeSpan took)
    {
        lock (gate)
            window.Delivered(time.GetUtcNow(), took);
    }

    private SendOutcome Unasked => new(SendKind.Unknown, Code: "look-up-failed", Provider: Name);

    private bool IsSilent()
    {
        var now = time.GetUtcNow();
        lock (gate)
            return asking.IsOn(now);
    }

    private void End(SendOutcome? answer, TimeSpan took)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            inFlight--;
            if (answer is null)
            {
                sending.GaveUp();
                return;
            }

            // A number that nobody can reach is no fault of the provider.
            var failed = answer.Kind is SendKind.TryLater or SendKind.Refused or SendKind.Unknown;
            window.Answered(now, took, failed);
            if (failed)
                sending.Failed(now);
            else
                sending.Succeeded();
        }
    }
}
