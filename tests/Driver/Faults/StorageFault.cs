namespace Alerting.Testing.Faults;

/// <summary>The tables answer nothing for a while.</summary>
/// <param name="length">How long.</param>
public sealed class StorageFault(TimeSpan length) : IFault
{
    public bool KeepsReports => true;

    public async Task StrikeAsync(RunningSystem system, int recipients, Random dice, CancellationToken cancellationToken)
    {
        await Moments.TakenAsync(system, Moments.Middle(recipients, dice), cancellationToken);
        var pid = (await system.StatusAsync(cancellationToken))["azurite"].Pid!.Value;
        await Signals.StopAsync(pid, cancellationToken);
        try
        {
            // The length is what is asked: nothing can be waited for.
            await Task.Delay(length, TimeProvider.System, cancellationToken);
        }
        finally
        {
            await Signals.ContinueAsync(pid, CancellationToken.None);
        }
    }
}
