using Alerting.Ledger;
using Alerting.Testing;
using CsCheck;

namespace Alerting.Tests.Ledger;

public sealed class LedgerChainTests
{
    private static readonly LedgerHead Empty = new(0, LedgerHead.Genesis, 0, "");

    private static readonly Gen<List<LedgerEntry>> AnyChain = Gen.Select(Gen.String, Gen.String, Gen.String).List[2, 8].Select(acts =>
    {
        var (chain, head) = (new List<LedgerEntry>(), Empty);
        foreach (var (actor, act, content) in acts)
        {
            var entry = LedgerChain.Append(head, Some.Now.AddSeconds(chain.Count), actor, act, content);
            chain.Add(entry);
            head = new(entry.Sequence, entry.Hash, 0, "");
        }

        return chain;
    });

    [Fact]
    public void AnUntouchedChainHolds() => AnyChain.Sample(Holds);

    [Fact]
    public void ADroppedEntryShows() =>
        Gen.Select(AnyChain, Gen.Int[0, 100]).Sample((chain, index) => !Holds(Without(chain, index % (chain.Count - 1))));

    [Fact]
    public void AnInsertedEntryShows() =>
        Gen.Select(AnyChain, Gen.Int[0, 100]).Sample((chain, index) =>
        {
            var at = index % chain.Count;
            return !Holds([.. chain[..at], chain[at], .. chain[at..]]);
        });

    [Fact]
    public void SwappedEntriesShow() =>
        Gen.Select(AnyChain, Gen.Int[0, 100]).Sample((chain, index) =>
        {
            var at = index % (chain.Count - 1);
            return !Holds([.. chain[..at], chain[at + 1], chain[at], .. chain[(at + 2)..]]);
        });

    [Fact]
    public void AChangedFieldShows()
    {
        var entry = LedgerChain.Append(Empty, Some.Now, "actor", "act", "content");

        LedgerEntry[] changed =
        [
            entry with { Sequence = 2 },
            entry with { PreviousHash = new('1', 64) },
            entry with { At = entry.At.AddTicks(1) },
            entry with { Actor = "Actor" },
            entry with { Act = "acts" },
            entry with { Content = "content " },
            entry with { Hash = new('0', 64) },
        ];

        Assert.True(LedgerChain.Follows(entry, 0, LedgerHead.Genesis));
        Assert.All(changed, one => Assert.False(LedgerChain.Follows(one, one.Sequence - 1, one.PreviousHash)));
    }

    [Fact]
    public void NoTextCanMoveFromOneFieldToTheNext() =>
        Assert.NotEqual(
            LedgerChain.Append(Empty, Some.Now, "a", "b3:c", "d").Hash,
            LedgerChain.Append(Empty, Some.Now, "a", "b", "3:cd").Hash);

    [Fact]
    public void TheHashDoesNotDependOnTheOffsetInWhichATimeIsWritten() =>
        Assert.Equal(
            LedgerChain.Append(Empty, Some.Now, "a", "b", "c").Hash,
            LedgerChain.Append(Empty, Some.Now.ToOffset(TimeSpan.FromHours(1)), "a", "b", "c").Hash);

    // Computed by hand from the documented form, so that the form cannot change unnoticed: old ledgers must stay checkable.
    [Fact]
    public void TheFormOfTheHashIsFixed() =>
        Assert.Equal(
            "a7896892c3bf775b35c0a13f327d5579aaacc56ac297696c1a0cb0b9b1ef4df9",
            LedgerChain.Append(Empty, Some.Now, "actor-1", "declaration.proposed", "{\"nl\":\"reëel\"}").Hash);

    private static List<LedgerEntry> Without(List<LedgerEntry> chain, int index) => [.. chain.Where((_, at) => at != index)];

    private static bool Holds(List<LedgerEntry> chain)
    {
        var (sequence, hash) = (0L, LedgerHead.Genesis);
        foreach (var entry in chain)
        {
            if (!LedgerChain.Follows(entry, sequence, hash))
                return false;
            (sequence, hash) = (entry.Sequence, entry.Hash);
        }

        return true;
    }
}
