using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Alerting.Benchmarks;

/// <summary>One start of the function app beside the running one, with the same settings and another port.</summary>
/// <param name="ReadyMs">Until it answers the question of the Functions host whether it is up.</param>
/// <param name="AnswerMs">Until the first question of the API is answered.</param>
/// <param name="CpuMs">Processor time until then, which other work on the machine hardly changes; in steps of 10 ms.</param>
/// <param name="RestMb">Resident memory when it has had nothing to do for a while.</param>
internal sealed record StartupRun(double ReadyMs, double AnswerMs, double CpuMs, double RestMb)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(3);

    public static async Task<StartupRun> OfAsync(StartupForm form, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var port = FreePort();
        using var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}/") };
        using var program = new Process { StartInfo = new(form.Program) { WorkingDirectory = form.Folder, RedirectStandardOutput = true } };
        program.StartInfo.Environment.Clear();
        foreach (var (name, value) in settings)
            program.StartInfo.Environment[name] = value;
        program.StartInfo.Environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = port.ToString(CultureInfo.InvariantCulture);
        var clock = Stopwatch.StartNew();
        program.Start();
        program.BeginOutputReadLine();
        try
        {
            await ReadyAsync(http, program, cancellationToken);
            var ready = clock.Elapsed.TotalMilliseconds;
            (await http.GetAsync("api/levels/effective?place=GM0344", cancellationToken)).EnsureSuccessStatusCode();
            var answer = clock.Elapsed.TotalMilliseconds;
            var cpu = ProcessUse.Of(program.Id).CpuSeconds * 1000;
            await Task.Delay(Rest, TimeProvider.System, cancellationToken);
            return new(ready, answer, cpu, ProcessUse.RestOf(program.Id));
        }
        finally
        {
            program.Kill();
        }
    }

    private static async Task ReadyAsync(HttpClient http, Process program, CancellationToken cancellationToken)
    {
        while (!program.HasExited)
        {
            try
            {
                (await http.GetAsync("", cancellationToken)).EnsureSuccessStatusCode();
                return;
            }
            catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConnectionError)
            {
                await Task.Delay(Pause, TimeProvider.System, cancellationToken);
            }
        }

        throw new InvalidOperationException($"The function app ended with {program.ExitCode} before it answered.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
