using Alerting.Delivery.Channels;

namespace Alerting.Delivery.Providers;

/// <summary>Providers that carry the same thing and share it by weight. What is in doubt at one is never handed to another before it was asked.</summary>
/// <typeparam name="T">What a provider is.</typeparam>
/// <param name="lines">Each provider with its line.</param>
/// <param name="places">How much is in flight at most.</param>
/// <param name="weights">The weights now, by name.</param>
/// <param name="dice">A number from 0 to 1 (without 1) for each choice.</param>
internal sealed class SharedLines<T>(
    IReadOnlyList<(ProviderLine Line, T Provider)> lines, int places, Func<IReadOnlyDictionary<string, int>> weights, Func<double> dice)
{
    /// <summary>Hands something to one of them.</summary>
    /// <param name="send">How a provider is handed it.</param>
    /// <param name="canWait">It is handed to nobody while all have had as many as was agreed: <see cref="SendOutcome.Paced"/>.</param>
    /// <param name="refusedBy">Who has just refused it; another one is tried, if there is one that is willing.</param>
    public async Task<SendOutcome> SendAsync(Func<T, Task<SendOutcome>> send, bool canWait, string? refusedBy)
    {
        var free = canWait ? [.. lines.Where(one => one.Line.HasToken())] : lines;
        if (free.Count == 0)
            return new(SendKind.TryLater, Code: lines.Count == 0 ? "no-provider" : SendOutcome.Paced);
        var (line, provider) = free.Count == 1 ? free[0] : Choose(free, refusedBy);
        line.Begin();
        var answer = await line.SendAsync(() => send(provider));
        return answer.Kind == SendKind.Refused && !IsLastWord(line, refusedBy) ? answer with { Kind = SendKind.TryLater } : answer;
    }

    /// <summary>Asks everybody who may have it.</summary>
    /// <param name="find">How a provider is asked.</param>
    /// <param name="askedOf">The only one who may have it; null when each of them may.</param>
    /// <returns>Sent, when one has it; try later, when none has; unknown, when one that may have it could not be asked.</returns>
    public async Task<SendOutcome> FindAsync(Func<T, Task<string?>> find, string? askedOf)
    {
        var asked = lines.Where(one => askedOf is null || one.Line.Name == askedOf).ToList();
        var answers = await Task.WhenAll(asked.Select(one => one.Line.FindAsync(() => find(one.Provider))));
        if (answers.FirstOrDefault(answer => answer.Kind == SendKind.Sent) is { } sent)
            return sent;
        // Whoever is in the settings no longer cannot be asked either.
        return answers.Length > 0 && answers.All(answer => answer.Kind == SendKind.TryLater)
            ? new(SendKind.TryLater)
            : new(SendKind.Unknown, Code: "look-up-failed", Provider: askedOf);
    }

    // What does not speak of the number may be one provider's own trouble, so another one is heard first.
    private bool IsLastWord(ProviderLine line, string? refusedBy) => lines.Count == 1 || (refusedBy is not null && refusedBy != line.Name);

    private (ProviderLine Line, T Provider) Choose(IReadOnlyList<(ProviderLine Line, T Provider)> free, string? refusedBy)
    {
        var now = weights();
        var total = Math.Max(1, now.Values.Sum());
        return free[ProviderChoice.Of([.. free.Select(one => Offer(one.Line, now.GetValueOrDefault(one.Line.Name), total, refusedBy))], dice())];
    }

    private Candidate Offer(ProviderLine line, int weight, int total, string? refusedBy) => line.Offer(weight, Room(weight, total), refusedBy);

    // One that hangs must leave places for the other: half as much again as its share, and never all.
    private int Room(int weight, int total) => Math.Clamp(places * weight * 3 / (total * 2), 1, Math.Max(1, places * 7 / 8));
}
