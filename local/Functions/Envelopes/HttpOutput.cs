using Newtonsoft.Json.Linq;

namespace Alerting.Local.Functions.Envelopes;

/// <summary>The members of an http output, in the spelling-tolerant form in which the host reads them.</summary>
internal sealed class HttpOutput
{
    public string? StatusCode { get; set; }

    public object? Body { get; set; }

    public IDictionary<string, object?>? Headers { get; set; }

    /// <summary>An object, or text that holds one; anything else is null, and the invocation fails.</summary>
    public static HttpOutput? Read(object? value)
    {
        try
        {
            return value switch
            {
                JObject json => json.ToObject<HttpOutput>(),
                string text => JObject.Parse(text).ToObject<HttpOutput>(),
                _ => null
            };
        }
        catch (Newtonsoft.Json.JsonException)
        {
            return null;
        }
    }
}
