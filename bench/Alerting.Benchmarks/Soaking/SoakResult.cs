using System.Globalization;
using System.Text.Json;
using Alerting.Testing.Faults;

namespace Alerting.Benchmarks;

/// <summary>The answer of a soak.</summary>
internal sealed record SoakResult(SoakOptions Options, int Rounds, int Declarations, FaultCount Count, MemoryTrend? Memory)
{
    public bool IsWell => Count == new FaultCount(0, 0, 0, 0) && Memory is null or { IsFlat: true };

    public void Print(TextWriter writer)
    {
        Say(writer, $"soak: {Options.Minutes} min, {Rounds} rounds, {Declarations} declarations, {Options.Recipients} telephones, seed {Options.Seed}");
        Say(writer, $"  {Count.Lost} lost, {Count.Twice} twice, {Count.Unended} without an end, {Count.Miscounted} miscounted");
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
                    MemorySlopeMbPerHour = Rounded(Memory?.MbPerHour),
                    MemoryErrorMbPerHour = Rounded(Memory?.Error),
                    Options.Seed,
                },
                JsonSerializerOptions.Web));
    }

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, 1) : null;

    private static void Say(TextWriter writer, FormattableString line) => writer.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
