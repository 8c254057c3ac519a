using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;

namespace Alerting.Adapters.Tables;

/// <summary>One record as JSON in a row, cut into as many properties as the service's limit of 64 KiB (32 K characters) asks for.</summary>
internal static class RowContent
{
    // The serializer escapes everything beyond ASCII, so no cut can part a character.
    private const int MaxLength = 32_000;
    private const string First = "Json";

    public static TableEntity Row<T>(string partition, string row, T content, JsonTypeInfo<T> type)
    {
        var entity = new TableEntity(partition, row);
        var json = JsonSerializer.Serialize(content, type);
        for (var part = 0; part * MaxLength < json.Length; part++)
            entity[Property(part)] = json.Substring(part * MaxLength, Math.Min(MaxLength, json.Length - (part * MaxLength)));
        return entity;
    }

    public static T Read<T>(TableEntity entity, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(Json(entity), type)
        ?? throw new InvalidDataException($"Row {entity.RowKey} holds no {typeof(T).Name}.");

    /// <summary>About how much of a request the row takes.</summary>
    public static int Length(TableEntity entity)
    {
        var length = 0;
        for (var part = 0; entity.TryGetValue(Property(part), out var text); part++)
            length += ((string)text).Length;
        return length;
    }

    private static string Json(TableEntity entity)
    {
        if (!entity.ContainsKey(Property(1)))
            return entity.GetString(First) ?? throw new InvalidDataException($"Row {entity.RowKey} has no content.");
        var parts = new List<string>();
        for (var part = 0; entity.TryGetValue(Property(part), out var text); part++)
            parts.Add((string)text);
        return string.Concat(parts);
    }

    private static string Property(int part) => part == 0 ? First : First + part.ToString(CultureInfo.InvariantCulture);
}
