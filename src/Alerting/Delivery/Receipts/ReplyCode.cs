using Alerting.Declarations;

namespace Alerting.Delivery.Receipts;

/// <summary>Reads the code out of what people type on a telephone.</summary>
public static class ReplyCode
{
    /// <summary>The newest approved declaration whose code stands in the text as a word, in any letter case; null when none does.</summary>
    public static Declaration? Match(string text, IEnumerable<Declaration> approved)
    {
        var words = text.Split([' ', '\t', '\r', '\n', '.', ',', ';', ':', '!', '?', '"', '\'', '(', ')', '='], StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return approved
            .Where(declaration => declaration.Code is { } code && words.Contains(code))
            .MaxBy(declaration => declaration.Sequence);
    }
}
