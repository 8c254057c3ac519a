using Alerting.DeadLetters;

namespace Alerting.Testing;

/// <summary>Dead letters in a map.</summary>
public sealed class InMemoryLetterBook : ILetterBook
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, KeptLetter> letters = [];

    /// <summary>Keeping fails.</summary>
    public bool Down { get; set; }

    public Task KeepAsync(KeptLetter letter, CancellationToken cancellationToken) =>
        Down ? throw new InvalidOperationException("The storage is down.") : Locked(() => letters.TryAdd(letter.Id, letter));

    public Task<KeptLetter?> FindAsync(string id, CancellationToken cancellationToken) => Locked(() => letters.GetValueOrDefault(id));

    public Task<IReadOnlyList<KeptLetter>> ListAsync(LetterState? state, string? after, int limit, CancellationToken cancellationToken) =>
        SelectAsync(letter => (state is null || letter.State == state) && (after is null || string.CompareOrdinal(letter.Id, after) > 0), limit);

    public Task<bool> TryHandleAsync(KeptLetter read, LetterHandling handling, CancellationToken cancellationToken) =>
        Locked(() =>
        {
            if (letters.GetValueOrDefault(read.Id) is not { } kept || kept.Handling != read.Handling)
                return false;
            letters[read.Id] = kept with { Handling = handling };
            return true;
        });

    public Task<IReadOnlyList<KeptLetter>> UnsentAsync(CancellationToken cancellationToken) =>
        SelectAsync(letter => letter.Handling is { State: LetterState.Replayed, SentAt: null }, 1000);

    public Task<IReadOnlyDictionary<string, int>> CountOpenAsync(CancellationToken cancellationToken) =>
        Locked<IReadOnlyDictionary<string, int>>(() =>
            letters.Values.Where(letter => letter.State == LetterState.Open).CountBy(letter => letter.Letter.Entity).ToDictionary());

    private Task<IReadOnlyList<KeptLetter>> SelectAsync(Func<KeptLetter, bool> wanted, int limit) =>
        Locked<IReadOnlyList<KeptLetter>>(() => [.. letters.Values.Where(wanted).OrderBy(letter => letter.Id, StringComparer.Ordinal).Take(limit)]);

    private Task<T> Locked<T>(Func<T> act)
    {
        lock (gate)
            return Task.FromResult(act());
    }
}
