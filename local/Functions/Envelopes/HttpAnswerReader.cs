using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Alerting.Local.Functions.Envelopes;

/// <summary>Makes the answer for the outer caller out of the envelope of an http function that was not passed on raw.</summary>
internal static class HttpAnswerReader
{
    private const string Return = "$return";
    private const string NotAnOutput = "Failed while trying to Deserialize to httpOutputBindingResponse. Output is not in expected format";

    /// <summary>Null when the output cannot be read; the invocation then fails with <paramref name="problem"/>.</summary>
    public static HttpAnswer? Read(Answer answer, string? binding, out string? problem)
    {
        problem = null;
        if (binding is null)
            return NoOutput();
        if (binding == Return)
            return answer.ReturnValue is null ? NoOutput() : FromReturnValue(answer.ReturnValue);
        if (answer.ReturnValue is JObject members && members.TryGetValue(binding, out var returned))
            return FromReturnValue(Scalar(returned));
        if (answer.Outputs is null)
            return NoOutput();
        if (!answer.Outputs.TryGetValue(binding, out var value))
            return Plain(200, "{}");
        if (HttpOutput.Read(value) is { } output)
            return FromMembers(output);
        problem = NotAnOutput;
        return null;
    }

    /// <summary>A function that sets no http output at all is answered 204, the documented default.</summary>
    private static HttpAnswer NoOutput() => new(204, [], []);

    private static HttpAnswer FromReturnValue(object? value)
    {
        if (value is string text)
        {
            if (FromBase64(text) is { } bytes)
                return new(200, [], bytes);
            value = AsJson(text) ?? value;
        }
        var looksLikeOutput = value is JObject json && json.ContainsKeyInAnyCase("body");
        return looksLikeOutput && HttpOutput.Read(value) is { } output ? FromMembers(output) : Plain(200, TextOf(value));
    }

    private static HttpAnswer FromMembers(HttpOutput output)
    {
        var headers = new List<KeyValuePair<string, string?>>();
        var contentType = "text/plain; charset=utf-8";
        foreach (var (name, value) in output.Headers ?? new Dictionary<string, object?>())
        {
            var text = value is null ? null : TextOf(value);
            if (string.Equals(name, "Content-Type", StringComparison.OrdinalIgnoreCase) && text is not null)
                contentType = text.Contains("charset", StringComparison.OrdinalIgnoreCase) ? text : text + "; charset=utf-8";
            else
                headers.Add(new(name, text));
        }
        headers.Add(new("Content-Type", contentType));
        var status = int.TryParse(output.StatusCode, NumberStyles.Integer, CultureInfo.InvariantCulture, out var code) ? code : 200;
        return new(status, headers, Encoding.UTF8.GetBytes(TextOf(output.Body)));
    }

    private static HttpAnswer Plain(int status, string body) =>
        new(status, [new("Content-Type", "text/plain; charset=utf-8")], Encoding.UTF8.GetBytes(body));

    /// <summary>Objects and lists are printed indented, dates and numbers in .NET's own form.</summary>
    private static string TextOf(object? value) => value switch
    {
        JToken token => token.ToString(Formatting.Indented),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""
    };

    private static object? Scalar(JToken token) => token is JValue value ? value.Value : token;

    private static bool ContainsKeyInAnyCase(this JObject json, string name) =>
        json.TryGetValue(name, StringComparison.OrdinalIgnoreCase, out _);

    private static byte[]? FromBase64(string text)
    {
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var count) ? buffer[..count] : null;
    }

    private static JToken? AsJson(string text)
    {
        try
        {
            return JToken.Parse(text) as JContainer;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
