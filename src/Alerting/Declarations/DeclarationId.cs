using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Alerting.Declarations;

/// <summary>Names a declaration, and the alert that sends it: date and six characters that can be read out, such as <c>20190318-7K3Q9F</c>.</summary>
/// <param name="Value">The text form; sorts by day.</param>
public readonly partial record struct DeclarationId(string Value)
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new id for a declaration proposed at <paramref name="now"/>.</summary>
    public static DeclarationId New(DateTimeOffset now) =>
        new($"{now.UtcDateTime:yyyyMMdd}-{RandomNumberGenerator.GetString(Alphabet, 6)}");

    /// <summary>Reads an id; false when the text has not the form of one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DeclarationId id)
    {
        id = new(text ?? "");
        return text is not null && Form().IsMatch(text);
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    [GeneratedRegex(@"\A[0-9]{8}-[0-9A-HJKMNP-TV-Z]{6}\z")]
    private static partial Regex Form();
}
