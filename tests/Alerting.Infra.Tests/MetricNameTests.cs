using System.Text.RegularExpressions;
using Alerting.Telemetry;

namespace Alerting.Infra.Tests;

/// <summary>Alerts and workbook ask for what the app measures, and for all of it.</summary>
public sealed partial class MetricNameTests(Compiled compiled)
{
    private static readonly string[] Tags =
        [TagNames.Channel, TagNames.Status, TagNames.Entity, TagNames.Finding, TagNames.Provider, TagNames.Path, TagNames.Reason];

    [Fact]
    public void EveryMetricIsAskedForAndNoOther() =>
        Assert.Equal(MetricNames.All.Order(StringComparer.Ordinal), Named().Except(Tags).Order(StringComparer.Ordinal));

    [Fact]
    public void SomebodyIsWokenForALateAlertAndForASilentAudit()
    {
        var questions = compiled.Resources("prod", "Microsoft.Insights/scheduledQueryRules")
            .Select(rule => rule.GetProperty("properties"))
            .Where(rule => rule.GetProperty("severity").GetInt32() == 0)
            .Select(rule => rule.GetProperty("criteria").GetProperty("allOf")[0].GetProperty("query").GetString()!)
            .ToList();

        Assert.Contains(questions, question => question.Contains($"\"{MetricNames.AlertsLate}\"", StringComparison.Ordinal));
        Assert.Contains(questions, question => question.Contains($"\"{MetricNames.AuditRuns}\"", StringComparison.Ordinal));
    }

    private IEnumerable<string> Named() =>
        MonitoringQueries.Of(compiled).SelectMany(query => Quoted().Matches(query)).Select(match => match.Groups[1].Value).Distinct();

    [GeneratedRegex(@"['""](alerting\.[a-z.]+)['""]")]
    private static partial Regex Quoted();
}
