using System.Security.Cryptography;
using System.Text;

namespace Alerting.Local.Twilio.Webhooks;

/// <summary>X-Twilio-Signature: HMAC-SHA1 with the auth token over the URL and the sorted parameters.</summary>
internal static class Signature
{
    public static string Of(string token, string url, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        // The fragment carries connection settings for Twilio and is not part of the request.
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var text = new StringBuilder(hash < 0 ? url : url[..hash]);
        foreach (var (name, value) in parameters.OrderBy(p => p.Key, StringComparer.Ordinal))
            text.Append(name).Append(value);
#pragma warning disable CA5350 // The algorithm is Twilio's, not our choice.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text.ToString())));
#pragma warning restore CA5350
    }
}
