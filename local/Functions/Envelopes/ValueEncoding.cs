using System.Collections;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Alerting.Local.Functions.Envelopes;

/// <summary>How the host turns one value into JSON for <c>Data</c> and <c>Metadata</c>: scalars and lists end up as text that holds JSON.</summary>
internal static class ValueEncoding
{
    public static JToken Encode(object value) => value switch
    {
        byte[] bytes => Convert.ToBase64String(bytes),
        // The fraction of a second is lost, and of a DateTime the zone too.
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        JObject json => json,
        IDictionary => JObject.FromObject(value),
        string or IEnumerable or IConvertible or Guid => JsonConvert.SerializeObject(value),
        _ => JObject.FromObject(value)
    };
}
