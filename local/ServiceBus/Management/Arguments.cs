using System.Collections;
using System.Globalization;
using Amqp.Types;

namespace Alerting.Local.ServiceBus.Management;

/// <summary>
/// Reads the map of a request. Clients are free in the width of numbers, so everything is converted;
/// what is absent or of another kind is an <see cref="ArgumentException"/> that names the key.
/// </summary>
internal static class Arguments
{
    public static long Long(this Map map, string key) => Converted(map, key, value => Convert.ToInt64(value, CultureInfo.InvariantCulture));

    public static int Int(this Map map, string key, int otherwise) =>
        map[key] is null ? otherwise : Converted(map, key, value => Convert.ToInt32(value, CultureInfo.InvariantCulture));

    public static string Text(this Map map, string key) => map[key] as string ?? throw Bad(key);

    public static string? OptionalText(this Map map, string key) => map[key]?.ToString();

    public static IReadOnlyList<long> Longs(this Map map, string key) => Items(map, key, value => Convert.ToInt64(value, CultureInfo.InvariantCulture));

    public static IReadOnlyList<Guid> Guids(this Map map, string key) => Items(map, key, value => (Guid)value);

    public static IReadOnlyList<Map> Maps(this Map map, string key) => Items(map, key, value => (Map)value);

    public static IReadOnlyDictionary<string, object?> Entries(this Map map, string key) => map[key] switch
    {
        null => new Dictionary<string, object?>(),
        Map entries => entries.ToDictionary(entry => entry.Key.ToString()!, object? (entry) => entry.Value),
        _ => throw Bad(key),
    };

    private static List<T> Items<T>(Map map, string key, Func<object, T> convert)
    {
        if (map[key] is not IEnumerable items) throw Bad(key);
        return Converted(map, key, _ => items.Cast<object>().Select(convert).ToList());
    }

    private static T Converted<T>(Map map, string key, Func<object, T> convert)
    {
        try
        {
            return convert(map[key] ?? throw Bad(key));
        }
        catch (Exception fault) when (fault is InvalidCastException or FormatException or OverflowException or NullReferenceException)
        {
            throw Bad(key);
        }
    }

    private static ArgumentException Bad(string key) => new($"the argument {key} is missing or not of the kind expected");
}
