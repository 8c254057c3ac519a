namespace Alerting.Local.Twilio;

/// <summary>The forms that a recipient, a sender and a webhook may have.</summary>
internal static class Address
{
    /// <summary>Takes out the punctuation that people put into numbers; Twilio reads past it as well.</summary>
    public static string Normalised(string number) =>
        number.AsSpan().IndexOfAny(" -().") < 0 ? number : string.Concat(number.Where(c => !" -().".Contains(c)));

    public static bool IsE164(ReadOnlySpan<char> number) =>
        number.Length is >= 8 and <= 16 && number[0] == '+' && number[1] is >= '1' and <= '9'
        && !number[1..].ContainsAnyExceptInRange('0', '9');

    public static bool IsSender(string from) =>
        IsE164(Normalised(from)) || IsShortCode(from) || IsAlphanumeric(from);

    /// <summary>A word as sender is one-way: nobody can answer it.</summary>
    public static bool IsAlphanumeric(string from) =>
        from.Length is >= 1 and <= 11 && from.Any(char.IsAsciiLetter)
        && from.All(c => char.IsAsciiLetterOrDigit(c) || " +-_&".Contains(c));

    public static bool IsWebhook(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && !uri.Host.Contains('_');

    private static bool IsShortCode(string from) => from.Length is >= 3 and <= 8 && from.All(char.IsAsciiDigit);
}
