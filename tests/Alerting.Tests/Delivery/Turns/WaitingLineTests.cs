using Alerting.Declarations;
using Alerting.Delivery.Turns;
using Alerting.Testing;
using CsCheck;

namespace Alerting.Tests.Delivery.Turns;

public sealed class WaitingLineTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Gen<Turn> AnyTurn = Gen.Select(
        Gen.Bool, Gen.Int[0, 2], Gen.Int[1, 3], Gen.Long[1, 4], (repeat, status, tier, sequence) => new Turn(repeat, (DeclarationStatus)status, tier, sequence));

    [Fact]
    public void FirstTriesGoBeforeRepeatsThenTheRealThingThenTheTierThenTheNewestAlert()
    {
        Turn[] expected =
        [
            new(false, DeclarationStatus.Actual, 1, 2),
            new(false, DeclarationStatus.Actual, 1, 1),
            new(false, DeclarationStatus.Actual, 2, 9),
            new(false, DeclarationStatus.Exercise, 1, 9),
            new(false, DeclarationStatus.Test, 1, 9),
            new(true, DeclarationStatus.Actual, 1, 9),
        ];

        Assert.Equal(expected, expected.Reverse().Order());
    }

    [Fact]
    public void TheOrderOfTurnsIsTotal() =>
        Gen.Select(AnyTurn, AnyTurn, AnyTurn).Sample((a, b, c) =>
            Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a))
            && (a.CompareTo(b) == 0) == (a == b)
            && !(a.CompareTo(b) <= 0 && b.CompareTo(c) <= 0 && a.CompareTo(c) > 0));

    [Fact]
    public void TheBestTurnGoesNextAndOfEqualsWhoCameFirst() =>
        AnyTurn.Array[1, 60].Sample(turns =>
        {
            var line = new WaitingLine<string>(Patience);
            foreach (var (number, turn) in turns.Index())
                line.Join($"{number}", turn);
            var expected = turns.Index().OrderBy(entry => entry.Item).ThenBy(entry => entry.Index).Select(entry => $"{entry.Index}");
            Assert.Equal(expected, turns.Select(_ => line.Next(Some.Now)));
            Assert.Null(line.Next(Some.Now));
        });

    [Fact]
    public void WhoHasBeenPassedOverForTooLongHasEverySecondPlace() =>
        Gen.Select(AnyTurn, Gen.Bool, Gen.Int[0, 10]).Array[1, 150].Sample(life =>
        {
            var line = new WaitingLine<string>(Patience);
            var waiting = new List<Waiter>();
            var (now, wasPatient) = (Some.Now, false);
            foreach (var (number, (turn, joins, seconds)) in life.Index())
            {
                now += TimeSpan.FromSeconds(seconds);
                if (joins)
                {
                    line.Join($"{number}", turn);
                    waiting.Add(new($"{number}", turn));
                }
                else if (line.Next(now) is { } next)
                {
                    wasPatient = !wasPatient && now - waiting[0].PassedOverSince >= Patience;
                    var expected = wasPatient ? waiting[0] : waiting.MinBy(waiter => waiter.Turn)!;
                    Assert.Equal(expected.Name, next);
                    foreach (var passedOver in waiting.TakeWhile(waiter => waiter != expected))
                        passedOver.PassedOverSince ??= now;
                    waiting.Remove(expected);
                }

                Assert.Equal(waiting.Count, line.Count);
            }
        });

    [Fact]
    public void ALongLineOfEqualsKeepsNewcomersWithABetterTurnNoLonger()
    {
        var line = new WaitingLine<string>(Patience);
        foreach (var number in Enumerable.Range(0, 100))
            line.Join($"old {number}", new(false, DeclarationStatus.Actual, 1, 1));
        var now = Some.Now + (2 * Patience);

        line.Join("new", new(false, DeclarationStatus.Actual, 1, 2));

        Assert.Equal(["new", "old 0"], [line.Next(now), line.Next(now)]);
    }

    private sealed class Waiter(string name, Turn turn)
    {
        public string Name => name;

        public Turn Turn => turn;

        public DateTimeOffset? PassedOverSince { get; set; }
    }
}
