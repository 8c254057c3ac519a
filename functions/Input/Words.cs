using System.Text.Json;

namespace Alerting.Functions;

/// <summary>Enums as the words of the API.</summary>
internal static class Words
{
    /// <summary>The word of a value: <c>FiveStep</c> is fiveStep.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>All words of an enum.</summary>
    public static IEnumerable<string> All<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(Of);

    /// <summary>The value of a word; null when there is none. Numbers are no words.</summary>
    public static T? Find<T>(string? word)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => Of(value) == word).Select(value => (T?)value).FirstOrDefault();
}
