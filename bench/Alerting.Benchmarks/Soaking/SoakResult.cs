using System.Globalization;
using System.Text.Json;
using Alerting.Testing.Faults;

namespace Alerting.Benchmarks;

/// <summary>The answer of a soak.</summary>
/// <param name="Options">What was asked.</param>
/// <param name="Rounds">How many there were.</param>
/// <param name="Declarations">Those that were approved.</param>
/// <param name="Count">What went wrong.</param>
/// <param name="MailsRepeated">Emails that came once more under the same Message-ID, as they may when the app is killed.</param>
/// <param name="Alive">What is alive in the function app; null when none of its lives was long enough to tell.</param>
/// <param name="Resident">What it has from the kernel.</param>
internal sealed record SoakResult(
    SoakOptions Options, int Rounds, int Declarations, FaultCount Count, int MailsRepeated, MemoryTrend? Alive, MemoryTrend? Resident)
{
    public bool IsWell => Count == FaultCount.None && IsFlat;

    // Resident memory as well: what the collector does not count can grow, too.
    private bool IsFlat => Alive is null or { IsFlat: true } && Resident is null or { IsFlat: true };

    public void Print(TextWriter writer)
    {
        Say(writer, $"soak: {Options.Minutes} min, {Rounds} rounds, {Declarations} declarations, {Options.Recipients} people, seed {Options.Seed}");
        Say(writer, $"  {Count.Lost} lost, {Count.Twice} twice, {Count.Unended} without an end, {Count.Miscounted} miscounted; {MailsRepeated} emails repeated");
        if (Alive is null || Resident is null)
            Say(writer, $"  memory: no life of the function app was long enough to tell");
        else
            Say(writer, $"  memory of the function app: alive {Alive}, resident {Resident}; {(IsFlat ? "flat" : "GROWS")}: each at most {MemoryTrend.FlatMbPerHour} beyond twice the error");
        if (Options.Json)
            writer.WriteLine(JsonSerializer.Serialize(
                new
                {
                    Options.Minutes,
                    Rounds,
                    Declarations,
                    Options.Recipients,
                    Count.Lost,
                    Count.Twice,
                    Count.Unended,
                    Count.Miscounted,
                    MailsRepeated,
                    AliveSlopeMbPerHour = Rounded(Alive?.MbPerHour),
                    AliveErrorMbPerHour = Rounded(Alive?.Error),
                    ResidentSlopeMbPerHour = Rounded(Resident?.MbPerHour),
                    ResidentErrorMbPerHour = Rounded(Resident?.Error),
                    Options.Seed,
                },
                JsonSerializerOptions.Web));
    }

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, 1) : null;

    private static void Say(TextWriter writer, FormattableString line) => writer.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
