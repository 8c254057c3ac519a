using Alerting.Testing.Faults;

namespace Alerting.Benchmarks;

/// <summary>What one round does, drawn by the dice.</summary>
/// <param name="Scope">Where.</param>
/// <param name="Level">The level.</param>
/// <param name="Status">actual, exercise or test.</param>
/// <param name="Lasts">From the proposal to the end; null for no end. Some end while they go out.</param>
/// <param name="Turn">What follows.</param>
/// <param name="TurnsFirst">It follows before the trouble, not after it.</param>
/// <param name="Fault">A name of <see cref="Troubles"/>.</param>
internal sealed record SoakPlan(SoakScope Scope, int Level, string Status, TimeSpan? Lasts, SoakTurn Turn, bool TurnsFirst, string Fault)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan ProviderTrouble = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan StorageSilence = TimeSpan.FromSeconds(8);
    private static readonly string[] Statuses = ["actual", "exercise", "test"];
    private static readonly SoakTurn[] Turns =
        [SoakTurn.Nothing, SoakTurn.Nothing, SoakTurn.Nothing, SoakTurn.Nothing, SoakTurn.Set, SoakTurn.Extend, SoakTurn.Lower, SoakTurn.Correct, SoakTurn.Withdraw];

    /// <summary>Everything that can go wrong. What ends processes comes seldom, because memory is measured over their lives.</summary>
    private static IReadOnlyList<string> Troubles { get; } =
        ["none", "none", "none", .. ProviderFault.Modes, .. ProviderFault.Modes, "kill", "broker", "storage"];

    public bool EndsSoon => Lasts == Soon;

    /// <summary>The first declaration may stop before all are told, because something takes its place or its end comes.</summary>
    public bool IsCutShort => EndsSoon || Turn != SoakTurn.Nothing;

    /// <summary>Fewer messages than people may ever go out before the trouble, so nobody can wait for a part of them.</summary>
    public bool MayStaySmall => EndsSoon || (Turn == SoakTurn.Withdraw && TurnsFirst);

    public static SoakPlan Draw(Random dice)
    {
        var turn = Turns[dice.Next(Turns.Length)];
        var endsSoon = turn is SoakTurn.Nothing or SoakTurn.Set && dice.Next(5) == 0;
        TimeSpan? lasts = endsSoon ? Soon : turn == SoakTurn.Extend || dice.Next(2) == 0 ? TimeSpan.FromHours(1 + dice.Next(12)) : null;
        return new(
            SoakScope.All[dice.Next(SoakScope.All.Count)],
            2 + dice.Next(4),
            Statuses[dice.Next(Statuses.Length)],
            lasts,
            turn,
            dice.Next(2) == 0,
            Troubles[dice.Next(Troubles.Count)]);
    }

    public IFault? Trouble(Random dice) => Fault switch
    {
        "none" => null,
        "kill" => new KillFault(1 + dice.Next(3)),
        "broker" => new BrokerFault(),
        "storage" => new StorageFault(StorageSilence),
        _ => new ProviderFault(Fault, ProviderTrouble),
    };

    /// <summary>The first declaration, as it is proposed.</summary>
    public object First(DateTimeOffset now) => Proposal("set", null, Level, now + Lasts);

    /// <summary>What follows it.</summary>
    public object Next(string original, DateTimeOffset now) => Turn switch
    {
        SoakTurn.Extend => Proposal("extend", original, null, now + Lasts + TimeSpan.FromHours(1)),
        SoakTurn.Lower => Proposal("lower", original, Level - 1, now + TimeSpan.FromHours(8)),
        SoakTurn.Correct => Proposal("correct", original, 7 - Level, null),
        SoakTurn.Withdraw => Proposal("withdraw", original, null, null),
        _ => Proposal("set", null, 7 - Level, null),
    };

    public override string ToString() =>
        $"{Status} {Level} for {Scope.Code}{(EndsSoon ? ", ends soon" : "")}{(Turn == SoakTurn.Nothing ? "" : $", {Turn} {(TurnsFirst ? "before" : "after")} the trouble")}; {Fault}".ToLowerInvariant();

    private object Proposal(string kind, string? of, int? level, DateTimeOffset? until) => new
    {
        kind,
        of,
        scope = new { type = Scope.Type, code = Scope.Code },
        level,
        status = Status,
        until,
        reason = new { nl = "Duurproef.", en = "Soak." },
    };
}
