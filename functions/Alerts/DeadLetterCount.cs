using Alerting.Bus;
using Alerting.Telemetry;

namespace Alerting.Functions;

/// <summary>Measures how many messages each queue has given up. Asks the broker only when somebody listens.</summary>
internal sealed class DeadLetterCount(IBus bus)
{
    private const int PerEntity = 100;

    /// <summary>Measures every queue and subscription.</summary>
    public async Task MeasureAsync(CancellationToken cancellationToken)
    {
        if (!Instruments.DeadLetters.Enabled)
            return;
        foreach (var entity in Entities.All)
        {
            var letters = await bus.PeekDeadLettersAsync(entity, PerEntity, cancellationToken);
            Instruments.DeadLetters.Record(letters.Count, new KeyValuePair<string, object?>(TagNames.Entity, entity));
        }
    }
}
