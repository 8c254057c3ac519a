using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Alerting.Local.Functions.Envelopes;

/// <summary>
/// The host copies the members of a JSON body over the metadata. They lose their JSON form on the way,
/// and a sender can thereby replace what the broker said; <c>dataType: "binary"</c> avoids it.
/// </summary>
internal static class BodyMembers
{
    public static void CopyInto(BindingData data, string text)
    {
        var trimmed = text.Trim();
        if (!trimmed.StartsWith('{') || !trimmed.EndsWith('}'))
            return;
        try
        {
            foreach (var member in JObject.Parse(text).Properties())
                if (Form(member.Value) is { } form)
                    data[member.Name] = form;
        }
        catch (JsonException)
        {
            // Text that only looks like an object is simply text.
        }
    }

    private static object? Form(JToken value) => value switch
    {
        JObject json => json,
        JValue { Value: { } scalar } => Convert.ToString(scalar, CultureInfo.InvariantCulture),
        _ => null
    };
}
