using System.Security.Cryptography;
using System.Text;

namespace Alerting.Functions.Tests.Webhooks;

/// <summary>Signs as the provider does.</summary>
internal static class Signed
{
    // As the provider's documentation says it, written here anew so that a wrong idea does not agree with itself.
    public static string For(string path, Dictionary<string, string> fields, string token = TestSettings.TwilioToken, string address = TestSettings.PublicAddress)
    {
        var text = address + path + string.Concat(fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Key + field.Value));
#pragma warning disable CA5350 // The provider signs so.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }
}
