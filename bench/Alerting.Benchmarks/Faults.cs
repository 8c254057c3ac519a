using System.Globalization;
using Alerting.Testing;
using Alerting.Testing.Faults;

namespace Alerting.Benchmarks;

/// <summary>Is anybody lost, told twice or left without an end when things break in the middle?</summary>
internal sealed class Faults(RunningSystem system, FaultsOptions options)
{
    private const int Kills = 10;
    private static readonly TimeSpan StorageSilence = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan ProviderTrouble = TimeSpan.FromSeconds(4);

    public async Task<FaultCount> RunAsync(TextWriter writer, CancellationToken cancellationToken)
    {
        await new StaffDesk(system).ImportAsync(options.Recipients, cancellationToken);
        var round = new FaultRound(system, options.Recipients);
        var all = FaultCount.None;
        for (var number = 0; number < options.Rounds; number++)
        {
            // A round can be repeated alone, by its own seed.
            var seed = options.Seed + number;
            var started = TimeProvider.System.GetTimestamp();
            var count = await round.RunAsync(FaultOf(seed), seed, cancellationToken);
            all += count;
            await writer.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"round {number + 1}, seed {seed}: {count.Lost} lost, {count.Twice} twice, {count.Unended} without an end, {count.Miscounted} miscounted, {count.Disagreeing} disagreeing; {TimeProvider.System.GetElapsedTime(started).TotalSeconds:F0} s"));
        }

        return all;
    }

    private IFault FaultOf(int seed) => options.Kind switch
    {
        "kill" => new KillFault(Kills),
        "broker" => new BrokerFault(),
        "storage" => new StorageFault(StorageSilence),
        _ => new ProviderFault(options.Mode ?? ProviderFault.Modes[(seed & int.MaxValue) % ProviderFault.Modes.Count], ProviderTrouble),
    };
}
