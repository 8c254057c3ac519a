using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Alerting.Directory;

/// <summary>Reads email addresses of the plain kind: <c>local@domain.tld</c> in ASCII, without name, comment or quotes.</summary>
/// <remarks>Lengths after RFC 5321 §4.5.3.1 (local part 64, address 254), forms after RFC 5322 dot-atom and RFC 1035 labels.</remarks>
public static partial class EmailAddresses
{
    private const int MaxLength = 254;
    private const int MaxLocal = 64;

    /// <summary>Reads an address.</summary>
    /// <param name="text">The address; spaces around it are dropped.</param>
    /// <param name="address">The address, its domain in lower case.</param>
    /// <param name="problem">Why it was refused, without the address in it and without a field.</param>
    public static bool TryParse(string? text, out Address address, [NotNullWhen(false)] out Problem? problem)
    {
        address = default;
        var trimmed = (text ?? "").Trim(' ');
        problem = Form(trimmed);
        if (problem is not null)
            return false;

        var at = trimmed.IndexOf('@', StringComparison.Ordinal);
        address = new(string.Concat(trimmed.AsSpan(0, at), LowerCase(trimmed[at..])));
        return true;
    }

    private static Problem? Form(string text)
    {
        if (text.Length > MaxLength || text.IndexOf('@', StringComparison.Ordinal) > MaxLocal)
            return Problem.Invalid("email-length", "", $"The address is longer than {MaxLength} characters, or has more than {MaxLocal} before the @.");
        return Plain().IsMatch(text)
            ? null
            : Problem.Invalid("email-form", "", "This is not a plain email address. Write it as name@example.nl, one address, without a display name.");
    }

#pragma warning disable CA1308 // Domains are compared and shown in lower case.
    private static string LowerCase(string domain) => domain.ToLowerInvariant();
#pragma warning restore CA1308

    [GeneratedRegex(
        """\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]\z""",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();
}
