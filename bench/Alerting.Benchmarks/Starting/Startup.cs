using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Alerting.Testing;

namespace Alerting.Benchmarks;

/// <summary>How soon does the function app answer, and what does it hold at rest, in each form that it can be published in?</summary>
/// <remarks>Every round starts every form, so that what else the machine does meets all of them alike.</remarks>
internal sealed class Startup(RunningSystem system, StartupOptions options)
{
    public async Task RunAsync(TextWriter writer, CancellationToken cancellationToken)
    {
        var settings = ProcessUse.EnvironmentOf(await system.FunctionAppAsync(cancellationToken));
        var runs = StartupForm.All.ToDictionary(form => form, _ => new List<StartupRun>());
        // The first round reads the programs from the disk and does not count.
        for (var round = 0; round <= options.Rounds; round++)
        {
            foreach (var form in StartupForm.All)
            {
                var run = await StartupRun.OfAsync(form, settings, cancellationToken);
                if (round > 0)
                    runs[form].Add(run);
            }
        }

        Print(writer, runs);
    }

    private void Print(TextWriter writer, Dictionary<StartupForm, List<StartupRun>> runs)
    {
        var results = runs.Select(form => new
        {
            Form = form.Key.Name,
            ReadyMs = Median(form.Value, run => run.ReadyMs),
            AnswerMs = Median(form.Value, run => run.AnswerMs),
            FastestMs = Math.Round(form.Value.Min(run => run.AnswerMs)),
            CpuMs = Median(form.Value, run => run.CpuMs),
            RestMb = Median(form.Value, run => run.RestMb),
            SizeMb = Math.Round(form.Key.SizeMb),
        }).ToList();
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"startup: median of {options.Rounds}, {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}"));
        foreach (var result in results)
        {
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {result.Form,-24} up {result.ReadyMs,5} ms  first answer {result.AnswerMs,5} ms (fastest {result.FastestMs}, processor {result.CpuMs} ms)  at rest {result.RestMb,4} MB  on disk {result.SizeMb,4} MB"));
        }

        if (options.Json)
            writer.WriteLine(JsonSerializer.Serialize(new { options.Rounds, Forms = results }, JsonSerializerOptions.Web));
    }

    private static double Median(IEnumerable<StartupRun> runs, Func<StartupRun, double> value)
    {
        var ordered = runs.Select(value).Order().ToList();
        return Math.Round((ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2);
    }
}
