using Alerting.Delivery.Turns;

namespace Alerting.Delivery.Channels;

/// <summary>One way out, as the engine sees it: what to send, how much at once, and whether it can be asked afterwards.</summary>
public interface IChannel
{
    /// <summary>Which one.</summary>
    Channel Kind { get; }

    /// <summary>Queue that its batches wait in.</summary>
    string Queue { get; }

    /// <summary>How many deliveries' outcomes are written together; after a crash so many are in doubt.</summary>
    int ChunkSize { get; }

    /// <summary>Bounds what is in flight. Whoever sends or looks up has entered before, and decides inside whether there is still time and reason.</summary>
    Doorway Doorway { get; }

    /// <summary>Called before each chunk, and may read what the channel's choices rest on. Time passes here, not between the last check and a send.</summary>
    Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Why a delivery need not go out any more, or null. Asked before each send, and may read: what depends on time is looked at after it.</summary>
    ValueTask<string?> NeedlessByAsync(Dispatch dispatch, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(null);

    /// <summary>Hands one delivery over.</summary>
    Task<SendOutcome> SendAsync(Dispatch dispatch, CancellationToken cancellationToken);

    /// <summary>Whether a provider can say what it took. What is in doubt at one that never can is sent once more rather than not at all.</summary>
    bool CanBeAsked => true;

    /// <summary>Asks whether a doubtful delivery was taken.</summary>
    /// <returns>Sent, when it was; try later, when it was not; unknown, when the provider could not be asked.</returns>
    /// <exception cref="NotSupportedException">The channel never can be asked.</exception>
    Task<SendOutcome> LookUpAsync(Dispatch dispatch, CancellationToken cancellationToken);
}
