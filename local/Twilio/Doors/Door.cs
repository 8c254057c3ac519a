using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Alerting.Local.Twilio.Json;

namespace Alerting.Local.Twilio.Doors;

/// <summary>How a door reads what it is given and says what it found.</summary>
internal static class Door
{
    public static Task WriteAsync<T>(HttpContext context, int status, T value, JsonTypeInfo<T> type)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(value, type, cancellationToken: context.RequestAborted);
    }

    public static Task RefuseAsync(HttpContext context, int status, string why) =>
        WriteAsync(context, status, new DoorProblem(why), DoorJson.Plain.DoorProblem);

    /// <summary>Null when the text is not what it should be.</summary>
    public static T? Read<T>(string text, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(text, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Null when the body is not what it should be.</summary>
    public static async Task<T?> ReadAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        using var reader = new StreamReader(context.Request.Body);
        return Read(await reader.ReadToEndAsync(context.RequestAborted), type);
    }

    /// <summary>A whole number of the query, or what stands for it when it is absent.</summary>
    public static bool TryNumber(HttpContext context, string name, long otherwise, out long number)
    {
        number = otherwise;
        var text = context.Request.Query[name].ToString();
        return text.Length == 0 || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
