using System.Diagnostics;
using System.Text.Json;
using Alerting.Json;
using Alerting.Ledger;

namespace Alerting.Declarations;

/// <summary>Makes the commit of a decision.</summary>
internal static class DecisionRecord
{
    /// <summary>Ledger entry and message of the state that a declaration has come to.</summary>
    /// <param name="declaration">After the decision.</param>
    /// <param name="actor">Who decided.</param>
    /// <param name="basis">What it was decided on.</param>
    /// <param name="key">The request's key, if it has one.</param>
    public static DecisionCommit Of(Declaration declaration, Actor actor, DecisionBasis basis, IdempotencyKey? key)
    {
        var content = JsonSerializer.Serialize(DeclarationDocument.Of(declaration), AlertingJson.Compact.DeclarationDocument);
        var entry = LedgerChain.Append(basis.Head, basis.Now, actor.Id, DeclarationAct.Of(declaration), content);
        var message = DeclarationEvent.Message(declaration, basis.Now, TraceParent());
        var reply = key is null ? null : new IdempotentReply(key.Key, key.RequestHash, declaration.Id, basis.Now);
        return new(declaration, entry, message, reply);
    }

    private static string? TraceParent() =>
        Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null;
}
