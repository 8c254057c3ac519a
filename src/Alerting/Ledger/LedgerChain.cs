using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Alerting.Ledger;

/// <summary>How entries are linked, so that a changed, dropped or inserted one shows.</summary>
public static class LedgerChain
{
    /// <summary>The entry that follows <paramref name="head"/>.</summary>
    public static LedgerEntry Append(LedgerHead head, DateTimeOffset at, string actor, string act, string content)
    {
        var sequence = head.Sequence + 1;
        return new(sequence, head.Hash, at, actor, act, content, Hash(sequence, head.Hash, at, actor, act, content));
    }

    /// <summary>True when the entry's hash fits its content and it follows the given sequence and hash.</summary>
    public static bool Follows(LedgerEntry entry, long previousSequence, string previousHash) =>
        entry.Sequence == previousSequence + 1
        && entry.PreviousHash == previousHash
        && entry.Hash == Hash(entry.Sequence, entry.PreviousHash, entry.At, entry.Actor, entry.Act, entry.Content);

    // Every field is preceded by its length, so that no text can pretend to be two fields.
    private static string Hash(long sequence, string previousHash, DateTimeOffset at, string actor, string act, string content)
    {
        string[] fields =
        [
            sequence.ToString(CultureInfo.InvariantCulture),
            previousHash,
            at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            actor,
            act,
            content,
        ];
        var text = string.Concat(fields.Select(field => string.Create(CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field};")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
