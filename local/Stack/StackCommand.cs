using Alerting.Local.StartPage;

namespace Alerting.Local.Stack;

/// <summary>The whole stack, from the command line to Ctrl-C.</summary>
internal static class StackCommand
{
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args, IReadOnlyList<Port> ports, Func<Plan, IReadOnlyList<Part>> describe, CancellationToken ct)
    {
        if (args.Contains("--help"))
            return Help(ports);
        if (StackOptions.Parse(args, ports, out var error) is not { } options)
            return Refuse(error! + "; ./run --help shows all options");
        if (Plan.FindRepository(AppContext.BaseDirectory) is not { } repository)
            return Refuse($"this program must lie within the repository, not in {AppContext.BaseDirectory}");
        using var data = DataFolder.Open(options.Data is { } wish ? Path.Combine(repository, wish) : null, options.Fresh, out error);
        if (data is null)
            return Refuse(error!);
        var plan = new Plan(options, repository, data.Path);
        if (Choose(describe(plan), options, out error) is not { } parts)
            return Refuse(error!);
        var code = await RunAsync(parts, plan, ct);
        if (code != 0)
            data.Keep();
        return code;
    }

    private static async Task<int> RunAsync(Part[] parts, Plan plan, CancellationToken ct)
    {
        var problems = PortCheck.Problems([.. parts.SelectMany(part => part.Ports).Select(name => plan[name]), plan["start-page"]]);
        if (problems.Count > 0)
            return Refuse([.. problems]);
        var telling = new Telling(plan.Options.JsonStatus ? Console.Error : Console.Out);
        AppSettings.Write(plan);
        await using var supervisor = new Supervisor(parts, plan, telling, TimeProvider.System);
        await using var page = StartPageApp.Build(plan, () => StackStatus.Of(supervisor, plan));
        try
        {
            await page.StartAsync(ct);
            await supervisor.StartAsync(ct);
            if (!plan.Options.NoSeed && parts.Any(part => part.Role == "functions"))
                await Seed.PlantAsync(plan, telling, ct);
            SayReady(StackStatus.Of(supervisor, plan), plan.Options.JsonStatus, telling);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            telling.Say("stopping");
        }
        catch (PartFailedException failed)
        {
            return Refuse(failed.Message);
        }
        return 0;
    }

    private static Part[]? Choose(IReadOnlyList<Part> parts, StackOptions options, out string? error)
    {
        error = null;
        if (options.Only is not { } only)
            return [.. parts];
        var unknown = only.Except(parts.Select(part => part.Role)).ToArray();
        if (unknown.Length == 0)
            return [.. parts.Where(part => only.Contains(part.Role))];
        error = $"--only: there is no part {string.Join(", ", unknown)}; parts are {string.Join(", ", parts.Select(part => part.Role))}";
        return null;
    }

    private static void SayReady(StackStatus status, bool json, Telling telling)
    {
        foreach (var part in status.Parts)
            telling.Say($"  {part.Title,-34}{part.Page ?? part.Address}");
        telling.Say($"  {"Start page",-34}{status.StartPage}");
        telling.Say("ready");
        if (json)
            Console.WriteLine(status);
    }

    private static int Help(IReadOnlyList<Port> ports)
    {
        Console.WriteLine(
            """
            ./run [option]...  starts everything on 127.0.0.1 and stops it with Ctrl-C

              --fresh               starts empty
              --data DIR            keeps data in DIR instead of .local
              --in-memory           keeps nothing
              --no-seed             does not import the demonstration directory
              --only ROLE,ROLE      starts these parts
              --functions-root DIR  runs the function app that was published to DIR
              --verbose             shows all that the parts write, not only warnings and errors
              --json-status         writes one line of JSON when ready, all else to standard error
              --port-offset N       moves all ports by N
              --ports auto          takes free ports
            """);
        foreach (var port in ports)
            Console.WriteLine($"  --{port.Option + " N",-20}{port.Role}, otherwise {port.Number}");
        return 0;
    }

    private static int Refuse(params string[] reasons)
    {
        foreach (var reason in reasons)
            Console.Error.WriteLine(reason);
        return 1;
    }
}
