using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Alerting.Local.Functions.Envelopes;

/// <summary>The body of an invocation: <c>Data</c> with the trigger's value, <c>Metadata</c> with what is known about it.</summary>
internal sealed record Envelope(string Binding, object Value, BindingData Metadata)
{
    public string ToJson() => new JObject
    {
        ["Data"] = new JObject { [Binding] = ValueEncoding.Encode(Value) },
        [nameof(Metadata)] = new JObject(Metadata.Where(IsSent).Select(entry => new JProperty(entry.Key, ValueEncoding.Encode(entry.Value!))))
    }.ToString(Formatting.None);

    private static bool IsSent(KeyValuePair<string, object?> entry) =>
        entry.Value is not null && !entry.Key.EndsWith("trigger", StringComparison.OrdinalIgnoreCase);
}
