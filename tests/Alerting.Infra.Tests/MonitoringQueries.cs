using System.Text.Json;

namespace Alerting.Infra.Tests;

/// <summary>Everything that the alerts and the workbook ask the log.</summary>
internal static class MonitoringQueries
{
    public static IReadOnlyList<string> Of(Compiled compiled) =>
    [
        .. compiled.Resources("prod", "Microsoft.Insights/scheduledQueryRules")
            .Select(rule => rule.GetProperty("properties").GetProperty("criteria").GetProperty("allOf")[0].GetProperty("query").GetString()!),
        .. WorkbookQueries(compiled),
    ];

    private static string[] WorkbookQueries(Compiled compiled)
    {
        using var workbook = JsonDocument.Parse(compiled.Resource("prod", "Microsoft.Insights/workbooks").GetProperty("properties").GetProperty("serializedData").GetString()!);
        return [.. workbook.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("content"))
            .Where(content => content.TryGetProperty("query", out _)).Select(content => content.GetProperty("query").GetString()!)];
    }
}
