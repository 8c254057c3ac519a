using System.Text.Json;
using System.Text.Json.Serialization;

namespace Alerting.Json;

/// <summary>Writes the values of an enum as words in camelCase and reads nothing else, no numbers.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class CamelCaseWords<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
