using System.Text.RegularExpressions;
using Alerting.Testing;

namespace Alerting.Infra.Tests;

/// <summary>azure.yaml, the workflows and the guide name what there is.</summary>
public sealed partial class DeploymentTests
{
    private static string Text(params string[] path) => File.ReadAllText(Repository.PathTo(path));

    [Fact]
    public void AzdFindsTheParametersThePackageAndTheScripts()
    {
        var azure = Text("azure.yaml");
        Assert.True(File.Exists(Repository.PathTo(Value(azure, "path"), Value(azure, "module") + ".bicepparam")));
        Assert.Contains(Value(azure, "dist"), Text("infra", "package"), StringComparison.Ordinal);
        var scripts = Scripts().Matches(azure).Select(match => match.Value).Distinct().ToArray();
        Assert.Equal(["infra/package", "infra/smoke"], scripts.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("package")]
    [InlineData("register-app")]
    [InlineData("smoke")]
    public void AScriptMayBeRun(string script)
    {
        if (OperatingSystem.IsWindows())
            return;
        Assert.True(File.GetUnixFileMode(Repository.PathTo("infra", script)).HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public void TheDeploymentAndTheGuideKnowEverySettingOfTheOrganisation()
    {
        var read = EnvironmentVariable().Matches(Text("infra", "bicep", "env", "shared.bicepparam")).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(BicepCompiler.Organisation.Keys.Append("AZURE_LOCATION").Order(StringComparer.Ordinal), read);
        var given = Given().Matches(Text(".github", "workflows", "deploy.yml")).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);
        Assert.Equal(read, given);
        var guide = Text("docs", "deploy.md");
        Assert.All(read, name => Assert.Contains(name, guide, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryActionIsPinnedToACommit()
    {
        var uses = System.IO.Directory.EnumerateFiles(Repository.PathTo(".github", "workflows"))
            .SelectMany(file => Uses().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).ToArray();
        Assert.NotEmpty(uses);
        Assert.All(uses, action => Assert.Matches(@"^(\./\.github/workflows/build\.yml|[\w-]+/[\w-]+@[0-9a-f]{40})$", action));
    }

    [Fact]
    public void EverySecretThatASettingRefersToIsInTheGuide()
    {
        var secrets = Secret().Matches(Text("infra", "bicep", "modules", "appSettings.bicep")).Select(match => match.Groups[1].Value).ToArray();
        Assert.Equal(["audit-heartbeat-url", "smtp-password", "twilio-auth-token", "twilio-second-auth-token"], secrets.Order(StringComparer.Ordinal));
        Assert.All(secrets, secret => Assert.Contains($"--name {secret}", Text("docs", "deploy.md"), StringComparison.Ordinal));
    }

    private static string Value(string yaml, string key) => Regex.Match(yaml, $@"^\s*{key}: (\S+)$", RegexOptions.Multiline).Groups[1].Value;

    [GeneratedRegex(@"infra/(package|smoke|register-app)")]
    private static partial Regex Scripts();

    [GeneratedRegex(@"readEnvironmentVariable\('(\w+)'")]
    private static partial Regex EnvironmentVariable();

    [GeneratedRegex(@"^  (\w+): \$\{\{ vars\.", RegexOptions.Multiline)]
    private static partial Regex Given();

    [GeneratedRegex(@"uses: (\S+)")]
    private static partial Regex Uses();

    [GeneratedRegex(@"secrets/([a-z-]+)\)")]
    private static partial Regex Secret();
}
