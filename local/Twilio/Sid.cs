using System.Globalization;

namespace Alerting.Local.Twilio;

/// <summary>Twilio's identifiers: two letters for the kind and 32 hexadecimal digits.</summary>
internal static class Sid
{
    public static Guid New()
    {
        Span<byte> bytes = stackalloc byte[16];
        Random.Shared.NextBytes(bytes);
        return new Guid(bytes);
    }

    public static string Of(string kind, Guid id) => kind + id.ToString("N", CultureInfo.InvariantCulture);

    public static bool TryParse(string? text, string kind, out Guid id)
    {
        id = default;
        return text is { Length: 34 } && text.StartsWith(kind, StringComparison.Ordinal)
            && Guid.TryParseExact(text.AsSpan(2), "N", out id);
    }

    public static bool Fits(string? text, string kind) => TryParse(text, kind, out _);
}
