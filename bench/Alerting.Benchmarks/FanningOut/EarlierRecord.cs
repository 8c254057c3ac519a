using System.Text.Json;
using Alerting.Adapters.Tables;
using Alerting.Declarations;
using Alerting.Ledger;
using Alerting.Levels;
using Alerting.Scopes;
using Alerting.Testing;

namespace Alerting.Benchmarks;

/// <summary>Tests that were declared and ended long ago, one a day: a record of years, which nothing may wait for.</summary>
internal static class EarlierRecord
{
    /// <summary>Writes so many, as if each had been approved and published.</summary>
    public static async Task WriteAsync(RunningSystem system, int declarations, CancellationToken cancellationToken)
    {
        var store = new TableDeclarationStore(LocalTables.Of(system), TimeProvider.System);
        var today = TimeProvider.System.GetUtcNow();
        for (var number = 0; number < declarations; number++)
        {
            var head = await store.ReadHeadAsync(cancellationToken);
            var declaration = Ended(today.AddDays(number - declarations), head.DeclarationSequence + 1);
            var message = DeclarationEvent.Message(declaration, declaration.ProposedAt, traceParent: null);
            var entry = LedgerChain.Append(head, declaration.ProposedAt, "bench", "declaration.approved", JsonSerializer.Serialize(new { id = declaration.Id.Value }));
            if (!await store.TryCommitAsync(head, new(declaration, entry, message, null), cancellationToken))
                throw new InvalidOperationException("Somebody else decides while the record is written.");
            await store.RemoveAsync(message.MessageId, cancellationToken);
        }
    }

    private static Declaration Ended(DateTimeOffset at, long sequence) => new()
    {
        Id = DeclarationId.New(at),
        Kind = DeclarationKind.Set,
        Scope = Scope.Country,
        Level = Level.Substantial,
        Until = at.AddHours(1),
        Reason = new("Dagelijkse proef van de hele keten.", "Daily test of the whole chain."),
        Status = DeclarationStatus.Test,
        State = DeclarationState.Approved,
        ProposedBy = "bench-1",
        ProposedAt = at,
        ProposedAfter = sequence - 1,
        Decision = new("bench-2", at, null),
        EffectiveFrom = at,
        Sequence = sequence,
        Code = "7K3Q",
    };
}
