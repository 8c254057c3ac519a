using System.Text.Json;
using System.Text.RegularExpressions;
using Alerting.Testing;

namespace Alerting.Infra.Tests;

public sealed partial class CompilationTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static IEnumerable<string> Templates =>
        System.IO.Directory.EnumerateFiles(Repository.PathTo("infra", "bicep"), "*.bicep", SearchOption.AllDirectories);

    /// <summary>A line of prod.bicepparam, what is wrong with another in its place, and what the compiler says of it.</summary>
    private static readonly (string Right, string Wrong, string Said)[] Mistakes =
    [
        ("environmentName = 'prod'", "environmentName = 'production'", "'dev' | 'prod' | 'test'"),
        ("maximumInstanceCount = 200", "maximumInstanceCount = 1001", "maximum allowable value is 1000"),
        ("maximumInstanceCount = 200", "maximumInstanceCount = 39", "minimum allowable value is 40"),
        ("units: 5 }", "units: 0 }", "minimum allowable value is 1"),
        ("{ tier: 'Premium', units: 1 }", "{ tier: 'Premium', units: 32 }", "is too large to assign"),
        ("{ tier: 'Premium', units: 1 }", "{ tier: 'Standard', units: 1 }", "\"units\" is not allowed"),
        ("storageRedundancy = 'Standard_GZRS'", "storageRedundancy = 'Premium_LRS'", "'Standard_LRS'"),
        ("retentionInDays = 365", "retentionInDays = 3650", "maximum allowable value is 730"),
        ("deliverSms: 4", "deliverSms: 21", "maximum allowable value is 20"),
        ("deliverSms: 4", "deliverSmses: 4", "\"deliverSms\""),
        ("isPrivate = true", "isPrivat = true", "\"isPrivat\" is assigned in the params file without being declared"),
        ("isPrivate = true", "watchEmails = []", "minimum allowable length is 1"),
    ];

    [Fact]
    public async Task TheCompilerIsThePinnedOne()
    {
        var run = await BicepCompiler.RunAsync(["--version"], Cancelled);
        Assert.Contains($"version {BicepCompiler.PinnedVersion} ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("linux", "x64", "bicep")]
    [InlineData("linux", "arm64", "bicep")]
    [InlineData("osx", "x64", "bicep")]
    [InlineData("osx", "arm64", "bicep")]
    [InlineData("win", "x64", "bicep.exe")]
    public async Task EveryPlatformHasItsPackageOfTheCompiler(string system, string machine, string program)
    {
        var chosen = await BicepCompiler.ChosenForAsync(system, machine, Cancelled);
        Assert.Equal(($"Azure.Bicep.CommandLine.{system}-{machine}", program), chosen);
    }

    [Fact]
    public async Task EveryTemplateBuildsAndHasNothingToLint()
    {
        using var folder = new TemplateFolder();
        var run = await BicepCompiler.RunAsync(["lint", "--pattern", folder.Template("**", "*.bicep")], Cancelled);
        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Diagnostics));
    }

    /// <summary>The linter lets a version stand for 90 days after the next one came out: then every build would fail from one day to the next.</summary>
    [Fact]
    public async Task NoVersionIsOvertakenByTheClock()
    {
        using var folder = new TemplateFolder();
        folder.Break(Path.Combine("infra", "bicep", "bicepconfig.json"), "\"maxAgeInDays\": 0", "\"maxAgeInDays\": 0, \"test-today\": \"2099-01-01\"");
        var run = await BicepCompiler.RunAsync(["lint", folder.Template("main.bicep")], Cancelled);
        Assert.Equal((0, "", ""), (run.ExitCode, run.Output, run.Diagnostics));
    }

    [Fact]
    public async Task EveryParameterFileBuilds()
    {
        using var folder = new TemplateFolder();
        var run = await BicepCompiler.RunAsync(["build-params", "--pattern", folder.Template("env", "*.bicepparam")], Cancelled);
        Assert.Equal((0, ""), (run.ExitCode, run.Diagnostics));
        Assert.All(Compiled.Environments, environment => Assert.True(File.Exists(folder.Template("env", $"{environment}.json"))));
    }

    [Fact]
    public async Task AParameterOutsideItsRangeDoesNotCompile()
    {
        using var folder = new TemplateFolder();
        var right = File.ReadAllText(folder.Template("env", "prod.bicepparam"));
        foreach (var (mistake, at) in Mistakes.Select((mistake, at) => (mistake, at)))
        {
            Assert.Contains(mistake.Right, right, StringComparison.Ordinal);
            File.WriteAllText(folder.Template("env", $"mistake{at}.bicepparam"), right.Replace(mistake.Right, mistake.Wrong, StringComparison.Ordinal));
        }
        var run = await BicepCompiler.RunAsync(["build-params", "--pattern", folder.Template("env", "mistake*.bicepparam")], Cancelled);
        Assert.NotEqual(0, run.ExitCode);
        var diagnostics = run.Diagnostics.Split('\n');
        Assert.All(Mistakes.Select((mistake, at) => (mistake, at)), pair =>
            Assert.Contains(diagnostics, line => line.Contains($"mistake{pair.at}.bicepparam(", StringComparison.Ordinal)
                && line.Contains(" Error BCP", StringComparison.Ordinal) && line.Contains(pair.mistake.Said, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ASettingOfTheOrganisationThatIsMissingIsNamed()
    {
        using var folder = new TemplateFolder();
        var run = await BicepCompiler.RunAsync(
            ["build-params", folder.Template("env", "dev.bicepparam"), "--stdout"], Cancelled, "ALERTING_TWILIO_ACCOUNT_SID");
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("ALERTING_TWILIO_ACCOUNT_SID", run.Diagnostics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PrivateEndpointsOnASharedBrokerAreRefusedBeforeTheDeployment()
    {
        using var folder = new TemplateFolder();
        folder.Break(Path.Combine("infra", "bicep", "env", "prod.bicepparam"), "{ tier: 'Premium', units: 1 }", "{ tier: 'Standard' }");
        Assert.Contains("isPrivate needs a broker of tier Premium", await RefusalAsync(folder), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"MaxDeliveryCount\": 3,", "\"MaxDeliveryCount\": 3, \"RequiresSession\": true,", "RequiresSession")]
    [InlineData("\"FilterType\": \"Correlation\"", "\"FilterType\": \"Sql\"", "FilterType")]
    public async Task WhatTheTemplatesDoNotCarryOverFromTheTopologyIsRefusedBeforeTheDeployment(string known, string unknown, string named)
    {
        using var folder = new TemplateFolder();
        folder.Break(TemplateFolder.Topology, known, unknown);
        Assert.Contains(named, await RefusalAsync(folder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFaultThatOnlyTheLinterSeesIsAnError()
    {
        using var folder = new TemplateFolder();
        folder.Break(Path.Combine("infra", "bicep", "main.bicep"), "param slowMs int", "param nobodyReads string = ''\nparam slowMs int");
        var run = await BicepCompiler.RunAsync(["lint", folder.Template("main.bicep")], Cancelled);
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("Error no-unused-params", run.Diagnostics, StringComparison.Ordinal);
        Assert.Contains("Error use-description-params", run.Diagnostics, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryRuleOfTheLinterIsAtErrorAndOneOnlyIsEverPutAside()
    {
        using var config = JsonDocument.Parse(File.ReadAllText(Repository.PathTo("infra", "bicep", "bicepconfig.json")));
        var rules = config.RootElement.GetProperty("analyzers").GetProperty("core").GetProperty("rules").EnumerateObject().ToArray();
        Assert.True(rules.Length >= 53, $"{rules.Length} rules");
        Assert.All(rules, rule => Assert.Equal("error", rule.Value.GetProperty("level").GetString()));
        var aside = Templates.SelectMany(file => PutAside().Matches(File.ReadAllText(file))).Select(match => match.Value);
        Assert.Equal(["#disable-next-line use-recent-api-versions"], aside);
    }

    /// <summary>What the evaluation says that Azure does before it begins.</summary>
    private static async Task<string> RefusalAsync(TemplateFolder folder)
    {
        var run = await Compiled.SnapshotAsync(folder, "prod", Cancelled);
        Assert.NotEqual(0, run.ExitCode);
        return run.Diagnostics;
    }

    [GeneratedRegex(@"#disable\S*.*")]
    private static partial Regex PutAside();
}
