using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Alerting.Adapters.Twilio;

/// <summary>Checks that a webhook call comes from the provider.</summary>
/// <remarks>Source: https://www.twilio.com/docs/usage/webhooks/webhooks-security.</remarks>
/// <param name="accounts">Our accounts, one or more; each signs with its own token.</param>
/// <param name="address">Our public address.</param>
public sealed class TwilioSignature(IReadOnlyList<TwilioOptions> accounts, PublicOptions address)
{
    private const string AccountField = "AccountSid";

    private readonly Dictionary<string, byte[]> keys = accounts.ToDictionary(
        account => account.AccountSid, account => Encoding.UTF8.GetBytes(account.AuthToken), StringComparer.OrdinalIgnoreCase);

    private readonly byte[] firstKey = Encoding.UTF8.GetBytes(accounts[0].AuthToken);

    /// <summary>Header that carries it.</summary>
    public const string Header = "X-Twilio-Signature";

    /// <summary>True when the signature of the account that the form names fits our public address, the path and query as received, and every form field.</summary>
    public bool Fits(string pathAndQuery, IEnumerable<KeyValuePair<string, StringValues>> form, string? signature)
    {
        var given = new byte[SHA1.HashSizeInBytes];
        if (signature is null || !Convert.TryFromBase64String(signature, given, out var length) || length != given.Length)
            return false;
        var (fields, key) = (Fields(form), KeyOf(form));
        var fits = false;
        // Every form of the address is tried, fit or not, so that the time tells nothing.
        foreach (var url in PortForms(address.AddressOf(pathAndQuery)))
            fits |= CryptographicOperations.FixedTimeEquals(Sign(key, url + fields), given);
        return fits;
    }

    // The call says itself whose it is; what it says is signed too. Without a word of it, it can be the first one's only.
    private byte[] KeyOf(IEnumerable<KeyValuePair<string, StringValues>> form) =>
        keys.GetValueOrDefault(form.FirstOrDefault(field => field.Key == AccountField).Value.ToString()) ?? firstKey;

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The provider signs with HMAC-SHA1.")]
    private static byte[] Sign(byte[] key, string text) => HMACSHA1.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Fields(IEnumerable<KeyValuePair<string, StringValues>> form)
    {
        var text = new StringBuilder();
        foreach (var (name, values) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
            foreach (var value in values.Count == 1 ? values : new(values.Distinct().Order(StringComparer.Ordinal).ToArray()))
                text.Append(name).Append(value);
        return text.ToString();
    }

    /// <summary>The address as it is, and with its port left out or the default port put in: the provider does either.</summary>
    private static IEnumerable<string> PortForms(string url)
    {
        yield return url;
        var host = url.IndexOf("://", StringComparison.Ordinal) + 3;
        var path = url.IndexOfAny(['/', '?'], host);
        var end = path < 0 ? url.Length : path;
        var port = url.LastIndexOf(':', end - 1, end - host);
        if (port > url.LastIndexOf(']', end - 1, end - host))
            yield return url[..port] + url[end..];
        else
            yield return url[..end] + (url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80") + url[end..];
    }
}
