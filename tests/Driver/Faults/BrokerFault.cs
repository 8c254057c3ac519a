namespace Alerting.Testing.Faults;

/// <summary>The broker is killed and comes back empty: every message that waited is gone.</summary>
public sealed class BrokerFault : IFault
{
    public bool LosesMessages => true;

    public async Task StrikeAsync(RunningSystem system, int recipients, Random dice, CancellationToken cancellationToken)
    {
        await Moments.TakenAsync(system, Moments.Middle(recipients, dice), cancellationToken);
        var broker = (await system.StatusAsync(cancellationToken))["servicebus"];
        Signals.Kill(broker.Pid!.Value);
        await Moments.BackAsync(system, broker, cancellationToken);
    }
}
