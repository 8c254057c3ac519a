using System.Security.Cryptography;

namespace Alerting.Declarations;

/// <summary>The four characters by which recipients check an alert and answer it.</summary>
public static class DeclarationCode
{
    /// <summary>Digits and consonants that cannot be taken for each other: no 0, O, 1, I or L, and no vowels nor Y, so that no word comes out.</summary>
    public const string Alphabet = "23456789BCDFGHJKMNPQRSTVWXZ";

    /// <summary>How long a code is not given again: 400 days.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    /// <summary>A code that no declaration approved within <see cref="Kept"/> has.</summary>
    /// <param name="approved">All approved declarations.</param>
    /// <param name="now">The present.</param>
    /// <param name="draw">Gives any code; asked again while the code is in use.</param>
    public static string Free(IEnumerable<Declaration> approved, DateTimeOffset now, Func<string> draw)
    {
        var used = approved.Where(one => one.Decision?.At > now - Kept).Select(one => one.Code).ToHashSet();
        var code = draw();
        while (used.Contains(code))
            code = draw();
        return code;
    }

    /// <summary>Any code, by chance.</summary>
    public static string Draw() => RandomNumberGenerator.GetString(Alphabet, 4);
}
