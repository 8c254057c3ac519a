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

    public static TokenCheck Check(TimeProvider time) => (token, _) => ValueTask.FromResult(Refusal(token, time.GetUtcNow()));

    private static string? Refusal(CbsToken token, DateTimeOffset now)
    {
        if (!token.Type.EndsWith(":sastoken", StringComparison.Ordinal)) return $"tokens of type '{token.Type}' are not accepted here";
        if (!token.Token.StartsWith(Prefix, StringComparison.Ordinal)) return "malformed token: it does not begin with SharedAccessSignature";
        var fields = token.Token[Prefix.Length..].Split('&').Select(part => part.Split('=', 2)).ToLookup(pair => pair[0], pair => pair[^1]);
        if (Parts.FirstOrDefault(part => string.IsNullOrEmpty(fields[part].FirstOrDefault())) is { } missing) return $"malformed token: {missing} is missing";
        if (!long.TryParse(fields["se"].First(), NumberStyles.None, CultureInfo.InvariantCulture, out var end)) return "malformed token: se is not a number";
        return end <= now.ToUnixTimeSeconds() ? "the token has expired" : null;
    }
}
