namespace Alerting.Testing.Faults;

/// <summary>The broker is killed and comes back empty: every message that waited is gone.</summary>
public sealed class BrokerFault : IFault
{
    public bool LosesMessages => true;

    public async Task StrikeAsync(RunningSystem system, int recipients, Random dice, CancellationToken cancellationToken)
    {
        // Early, while batches wait in the queue that no worker has yet.
        await Moments.TakenAsync(system, dice.Next(Math.Max(1, recipients / 4)), cancellationToken);
        var broker = (await system.StatusAsync(cancellationToken))["servicebus"];
        Signals.Kill(broker.Pid!.Value);
        await Moments.BackAsync(system, broker, cancellationToken);
    }
}
