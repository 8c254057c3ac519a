using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Alerting.Functions;

/// <summary>Reads a JSON input and refuses everything that its record does not name, each field by its path.</summary>
internal static class StrictJson
{
    /// <summary>Deep enough for every input of ours; deeper is an attack or a mistake.</summary>
    public const int MaxDepth = 16;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        MaxDepth = MaxDepth,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth };

    /// <summary>Reads one object.</summary>
    /// <typeparam name="T">A record whose properties are the fields.</typeparam>
    /// <returns>The record, or everything that is wrong with its form.</returns>
    public static Result<T> Read<T>(ReadOnlyMemory<byte> utf8)
        where T : class
    {
        if (utf8.Span.Trim(" \t\r\n"u8).IsEmpty)
            return InputProblems.EmptyBody;
        if (!Utf8.IsValid(utf8.Span))
            return InputProblems.NotUtf8;
        try
        {
            using var document = JsonDocument.Parse(utf8, Strict);
            return Read<T>(document.RootElement);
        }
        catch (JsonException exception)
        {
            return InputProblems.MalformedJson(exception);
        }
    }

    private static Result<T> Read<T>(JsonElement root)
        where T : class
    {
        if (root.ValueKind != JsonValueKind.Object)
            return InputProblems.NotAnObject;
        var problems = new List<Problem>();
        CheckObject(root, Options.GetTypeInfo(typeof(T)), "", problems);
        return problems.Count == 0 ? root.Deserialize<T>(Options)! : problems;
    }

    private static void Check(JsonElement value, JsonTypeInfo type, string path, List<Problem> problems)
    {
        var wanted = Wanted(type);
        if (value.ValueKind != wanted)
            problems.Add(InputProblems.NotA(path, Words(type)));
        else if (wanted == JsonValueKind.Object)
            CheckObject(value, type, path, problems);
        else if (wanted == JsonValueKind.Array)
            CheckItems(value, type, path, problems);
        else if (!Fits(value, type))
            problems.Add(InputProblems.NotA(path, Words(type)));
    }

    private static void CheckObject(JsonElement value, JsonTypeInfo type, string path, List<Problem> problems)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            var name = NameOf(member);
            var field = path.Length == 0 ? name : $"{path}.{name}";
            if (!seen.Add(name))
                problems.Add(InputProblems.Repeated(field));
            else if (type.Properties.FirstOrDefault(property => property.Name == name) is not { } property)
                problems.Add(InputProblems.Unknown(field, type.Properties.Select(known => known.Name)));
            else if (member.Value.ValueKind != JsonValueKind.Null)
                Check(member.Value, Options.GetTypeInfo(property.PropertyType), field, problems);
        }
    }

    // Half of a surrogate pair in a name makes it unreadable; as an unknown field it is refused all the same.
    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    private static void CheckItems(JsonElement value, JsonTypeInfo type, string path, List<Problem> problems)
    {
        var item = Options.GetTypeInfo(type.ElementType!);
        var index = 0;
        foreach (var element in value.EnumerateArray())
            Check(element, item, FormattableString.Invariant($"{path}[{index++}]"), problems);
    }

    // A text or number can still be out of the range of its type: 1e99, or 31 February.
    private static bool Fits(JsonElement value, JsonTypeInfo type)
    {
        try
        {
            value.Deserialize(type);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonValueKind Wanted(JsonTypeInfo type) => type.Kind switch
    {
        JsonTypeInfoKind.Object => JsonValueKind.Object,
        JsonTypeInfoKind.Enumerable => JsonValueKind.Array,
        _ when Plain(type) == typeof(int) || Plain(type) == typeof(long) => JsonValueKind.Number,
        _ => JsonValueKind.String,
    };

    private static string Words(JsonTypeInfo type) => Wanted(type) switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.Number => "a whole number",
        _ => "a text",
    };

    private static Type Plain(JsonTypeInfo type) => Nullable.GetUnderlyingType(type.Type) ?? type.Type;
}
