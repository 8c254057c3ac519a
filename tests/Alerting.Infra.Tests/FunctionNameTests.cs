using System.Text.Json;
using System.Text.RegularExpressions;
using Alerting.Testing;

namespace Alerting.Infra.Tests;

/// <summary>A function that the templates name exists.</summary>
public sealed partial class FunctionNameTests(Compiled compiled)
{
    private static readonly string[] Functions =
        [.. System.IO.Directory.EnumerateFiles(Repository.PathTo("functions"), "*.function.json", SearchOption.AllDirectories)
            .Select(file => Path.GetFileName(file).Replace(".function.json", "", StringComparison.Ordinal))];

    [Fact]
    public void WhatIsKeptReadyIsHttpOrAFunction()
    {
        var ready = compiled.Resource("prod", "Microsoft.Web/sites").GetProperty("properties").GetProperty("functionAppConfig")
            .GetProperty("scaleAndConcurrency").GetProperty("alwaysReady").EnumerateArray().Select(kind => kind.GetProperty("name").GetString()!).ToArray();
        Assert.Equal(["http", "function:PushToBoards", "function:DeliverSms"], ready);
        Assert.All(ready.Skip(1), name => Assert.Contains(name["function:".Length..], Functions));
    }

    [Fact]
    public void WhatSleepsIsNotListedAsReady() =>
        Assert.Empty(compiled.Resource("dev", "Microsoft.Web/sites").GetProperty("properties").GetProperty("functionAppConfig")
            .GetProperty("scaleAndConcurrency").GetProperty("alwaysReady").EnumerateArray());

    [Fact]
    public void EveryFunctionThatAnAlertOrTheWorkbookAsksForExists()
    {
        var queries = MonitoringQueries.Of(compiled);
        var named = queries.SelectMany(query => Quoted().Matches(query)).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.Superset(new HashSet<string> { "AuditAlerts", "SweepOutbox", "PushToBoards", "DeliverSms" }, named);
        Assert.Subset(Functions.ToHashSet(), named);
    }

    [Fact]
    public void TheWorkbookIsJsonAndKnowsItsResources()
    {
        var text = compiled.Resource("prod", "Microsoft.Insights/workbooks").GetProperty("properties").GetProperty("serializedData").GetString()!;
        using var workbook = JsonDocument.Parse(text);
        Assert.Contains("/providers/Microsoft.ServiceBus/namespaces/alerting-prod-bus-", text, StringComparison.Ordinal);
        Assert.Contains("/providers/Microsoft.Insights/components/alerting-prod-insights", text, StringComparison.Ordinal);
        Assert.DoesNotContain("_ID\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryAlarmReachesTheActionGroup()
    {
        var rules = compiled.Resources("prod", "Microsoft.Insights/scheduledQueryRules").Concat(compiled.Resources("prod", "Microsoft.Insights/metricAlerts")).ToArray();
        Assert.Equal(
            ["alerting-prod-alert-late", "alerting-prod-audit-silent", "alerting-prod-dead-letters", "alerting-prod-failures", "alerting-prod-health", "alerting-prod-latency", "alerting-prod-not-drained", "alerting-prod-outbox-silent", "alerting-prod-path-failing"],
            rules.Select(rule => rule.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
        Assert.All(rules, rule => Assert.Contains("/actionGroups/alerting-prod-watch", rule.GetProperty("properties").GetProperty("actions").GetRawText(), StringComparison.Ordinal));
        Assert.Equal(2, compiled.Resource("prod", "Microsoft.Insights/actionGroups").GetProperty("properties").GetProperty("emailReceivers").GetArrayLength());
    }

    [GeneratedRegex(@"['""]([A-Z][a-z]+[A-Z][A-Za-z]+)['""]")]
    private static partial Regex Quoted();
}
