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
/// <param name="Memory">Null when no life of the app was long enough to tell.</param>
internal sealed record SoakResult(SoakOptions Options, int Rounds, int Declarations, FaultCount Count, int MailsRepeated, MemoryTrend? Memory)
{
    public bool IsWell => Count == new FaultCount(0, 0, 0, 0) && Memory is null or { IsFlat: true };

    public void Print(TextWriter writer)
    {
        Say(writer, $"soak: {Options.Minutes} min, {Rounds} rounds, {Declarations} declarations, {Options.Recipients} people, seed {Options.Seed}");
        Say(writer, $"  {Count.Lost} lost, {Count.Twice} twice, {Count.Unended} without an end, {Count.Miscounted} miscounted; {MailsRepeated} emails repeated");
        if (Memory is null)
            Say(writer, $"  memory: no life of the function app was long enough to tell");
        else
            Say(writer, $"  memory of the function app: {Memory.MbPerHour:F0} MB per hour, standard error {Memory.Error:F0}; {(Memory.IsFlat ? "flat" : "GROWS")}: at most {MemoryTrend.FlatMbPerHour} beyond twice the error");
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
                    MemorySlopeMbPerHour = Rounded(Memory?.MbPerHour),
                    MemoryErrorMbPerHour = Rounded(Memory?.Error),
                    Options.Seed,
                },
                JsonSerializerOptions.Web));
    }

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, 1) : null;

    private static void Say(TextWriter writer, FormattableString line) => writer.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
