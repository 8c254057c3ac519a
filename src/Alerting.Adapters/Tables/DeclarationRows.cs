using System.Globalization;
using Alerting.Declarations;
using Alerting.Ledger;
using Azure;
using Azure.Data.Tables;

namespace Alerting.Adapters.Tables;

/// <summary>The rows of table <c>Declarations</c>: all in one partition, so that one decision is one transaction.</summary>
internal static class DeclarationRows
{
    public const string Partition = "record";
    public const string DeclarationPrefix = "declaration.";
    public const string LedgerPrefix = "ledger.";
    public const string OutboxPrefix = "outbox.";
    public const string HeadKey = "head";

    private const string Decided = "Declaration";

    public static string Declaration(DeclarationId id) => DeclarationPrefix + id;

    public static string Ledger(long sequence) => LedgerPrefix + sequence.ToString("D12", CultureInfo.InvariantCulture);

    public static string Outbox(string messageId) => OutboxPrefix + messageId;

    public static string Reply(string key) => "reply." + key;

    public static async Task<LedgerHead> HeadAsync(TableClient table, CancellationToken cancellationToken)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, HeadKey, cancellationToken: cancellationToken);
        return found.HasValue
            ? new(
                found.Value!.GetInt64("Sequence")!.Value,
                found.Value.GetString("Hash"),
                found.Value.GetInt64("DeclarationSequence")!.Value,
                found.Value.ETag.ToString())
            : new(0, LedgerHead.Genesis, 0, "");
    }

    /// <summary>The declaration that a row of the ledger decides on; null when the row does not name it, as before it did.</summary>
    public static DeclarationId? DecidedBy(TableEntity ledger) =>
        DeclarationId.TryParse(ledger.GetString(Decided), out var id) ? id : null;

    /// <summary>Everything one decision writes. The head goes first: its ETag is what holds the decision to what was read.</summary>
    public static List<TableTransactionAction> Transaction(LedgerHead expected, DecisionCommit commit)
    {
        var declaration = RowContent.Row(Partition, Declaration(commit.Declaration.Id), commit.Declaration, StoredJson.Default.Declaration);
        declaration["State"] = commit.Declaration.State.ToString();
        var outbox = RowContent.Row(Partition, Outbox(commit.Message.MessageId), commit.Message, StoredJson.Default.OutboxMessage);
        outbox["CreatedAt"] = commit.Message.CreatedAt;
        var entry = RowContent.Row(Partition, Ledger(commit.Entry.Sequence), commit.Entry, StoredJson.Default.LedgerEntry);
        entry[Decided] = commit.Declaration.Id.Value;
        List<TableTransactionAction> actions =
        [
            MoveHead(expected, commit),
            new(TableTransactionActionType.Add, entry),
            new(TableTransactionActionType.UpsertReplace, declaration),
            new(TableTransactionActionType.UpsertReplace, outbox),
        ];
        if (commit.Reply is { } reply)
            actions.Add(new(TableTransactionActionType.UpsertReplace, RowContent.Row(Partition, Reply(reply.Key), reply, StoredJson.Default.IdempotentReply)));
        return actions;
    }

    private static TableTransactionAction MoveHead(LedgerHead expected, DecisionCommit commit)
    {
        var head = new TableEntity(Partition, HeadKey)
        {
            ["Sequence"] = commit.Entry.Sequence,
            ["Hash"] = commit.Entry.Hash,
            ["DeclarationSequence"] = Math.Max(expected.DeclarationSequence, commit.Declaration.Sequence ?? 0),
        };
        return expected.Version.Length == 0
            ? new(TableTransactionActionType.Add, head)
            : new(TableTransactionActionType.UpdateReplace, head, new ETag(expected.Version));
    }
}
