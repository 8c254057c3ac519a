namespace Alerting.Testing.Faults;

/// <summary>The function app is killed, again and again, and once what runs it.</summary>
/// <param name="kills">How often, at least 1; one of them, if there are two or more, hits the runner.</param>
public sealed class KillFault(int kills) : IFault
{
    public async Task StrikeAsync(RunningSystem system, int recipients, Random dice, CancellationToken cancellationToken)
    {
        var runnerAt = kills > 1 ? dice.Next(kills) : -1;
        var moments = Enumerable.Range(0, kills).Select(_ => Moments.Middle(recipients, dice)).Order().ToList();
        var pid = 0;
        for (var kill = 0; kill < kills; kill++)
        {
            pid = await Moments.FunctionAppAsync(system, pid, cancellationToken);
            await Moments.TakenAsync(system, moments[kill], cancellationToken);
            if (kill == runnerAt)
                await KillRunnerAsync(system, cancellationToken);
            else
                Signals.Kill(pid);
        }

        await Moments.FunctionAppAsync(system, pid, cancellationToken);
    }

    // Its child, the function app, ends with it.
    private static async Task KillRunnerAsync(RunningSystem system, CancellationToken cancellationToken)
    {
        var runner = (await system.StatusAsync(cancellationToken))["functions"];
        Signals.Kill(runner.Pid ?? throw new InvalidOperationException("There is no runner to kill."));
        await Moments.BackAsync(system, runner, cancellationToken);
    }
}
