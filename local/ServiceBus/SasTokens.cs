using System.Globalization;

namespace Alerting.Local.ServiceBus;

/// <summary>
/// The token check that a broker has when it is given none: shared access signatures that are whole and not expired.
/// Signatures are not verified, because a local stack has no secret to verify them with.
/// </summary>
internal static class SasTokens
{
    private const string Prefix = "SharedAccessSignature ";
    private static readonly string[] Parts = ["sr", "sig", "se", "skn"];

    public static TokenCheck Check(TimeProvider time) => (token, _) => ValueTask.FromResult(Verdict(token, time.GetUtcNow()));

    private static TokenVerdict Verdict(CbsToken token, DateTimeOffset now)
    {
        if (!token.Type.EndsWith(":sastoken", StringComparison.Ordinal)) return TokenVerdict.Refused($"tokens of type '{token.Type}' are not accepted here");
        if (!token.Token.StartsWith(Prefix, StringComparison.Ordinal)) return Malformed("it does not begin with SharedAccessSignature");
        var fields = token.Token[Prefix.Length..].Split('&').Select(part => part.Split('=', 2)).ToLookup(pair => pair[0], pair => pair[^1]);
        if (Parts.FirstOrDefault(part => string.IsNullOrEmpty(fields[part].FirstOrDefault())) is { } missing) return Malformed($"{missing} is missing");
        if (!long.TryParse(fields["se"].First(), NumberStyles.None, CultureInfo.InvariantCulture, out var end)) return Malformed("se is not a number");
        return end <= now.ToUnixTimeSeconds() ? TokenVerdict.Refused("the token has expired") : TokenVerdict.Until(End(end));
    }

    private static TokenVerdict Malformed(string why) => TokenVerdict.Refused($"malformed token: {why}");

    // Clients may ask for more than a moment can hold.
    private static DateTimeOffset End(long seconds) =>
        seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateTimeOffset.MaxValue : DateTimeOffset.FromUnixTimeSeconds(seconds);
}
