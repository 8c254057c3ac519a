using System.Text.RegularExpressions;
using Alerting.Testing;

namespace Alerting.Infra.Tests;

/// <summary>Whoever is woken finds what woke him in docs/operations.md.</summary>
public sealed partial class OperationsGuideTests(Compiled compiled)
{
    private const string Prefix = "alerting-prod-";

    /// <summary>The first column of the table of alarms and lines in the log.</summary>
    private static readonly string[] Explained =
        [.. FirstColumn().Matches(Alarms(File.ReadAllText(Repository.PathTo("docs", "operations.md")))).Select(match => match.Groups[1].Value)];

    [Fact]
    public void EveryAlarmIsExplained()
    {
        var alarms = compiled.Resources("prod", "Microsoft.Insights/scheduledQueryRules").Concat(compiled.Resources("prod", "Microsoft.Insights/metricAlerts"))
            .Select(rule => rule.GetProperty("name").GetString()![Prefix.Length..]).ToArray();
        Assert.NotEmpty(alarms);
        Assert.All(alarms, alarm => Assert.Contains(Explained, cell => cell.Contains($"*{alarm}*", StringComparison.Ordinal)));
    }

    [Fact]
    public void EveryLineInTheLogThatWarnsIsExplained()
    {
        var lines = System.IO.Directory.EnumerateFiles(Repository.PathTo("functions"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Warns().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).ToArray();
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Contains(Explained, cell => Regex.IsMatch(cell, $@"\b{line}\b")));
    }

    private static string Alarms(string guide) => guide.Split("\n## ").Single(section => section.StartsWith("Alarms\n", StringComparison.Ordinal));

    [GeneratedRegex(@"^\| ([^|]+) \|", RegexOptions.Multiline)]
    private static partial Regex FirstColumn();

    [GeneratedRegex(@"LoggerMessage\((\d+), LogLevel\.(?:Warning|Error|Critical)")]
    private static partial Regex Warns();
}
