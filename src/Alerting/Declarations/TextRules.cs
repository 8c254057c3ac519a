using Alerting.Texts;

namespace Alerting.Declarations;

/// <summary>What a text of a declaration may be.</summary>
internal static class TextRules
{
    /// <summary>Most characters of a reason.</summary>
    public const int MaxReason = 2_000;

    /// <summary>A text that must be there; spaces around it do not count.</summary>
    public static Problem? Check(string field, string? text, int max)
    {
        var trimmed = text?.Trim();
        if (string.IsNullOrEmpty(trimmed))
            return Problem.Invalid("required", field, $"Give the field '{field}'; it may not be empty.");
        if (trimmed.Length > max)
            return Problem.Invalid("too-long", field, FormattableString.Invariant($"'{field}' has {trimmed.Length} characters; {max} are allowed."));
        return VisibleText.Is(trimmed)
            ? null
            : Problem.Invalid("control-characters", field, $"'{field}' holds a line break or another invisible character; write it in one paragraph.");
    }
}
