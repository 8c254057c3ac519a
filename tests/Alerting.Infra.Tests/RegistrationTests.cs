using System.Text.Json;
using System.Text.RegularExpressions;
using Alerting.Testing;

namespace Alerting.Infra.Tests;

/// <summary>What Entra ID is told about the API is what the app believes.</summary>
public sealed partial class RegistrationTests : IDisposable
{
    private static readonly JsonElement Registration = JsonDocument.Parse(File.ReadAllText(Repository.PathTo("infra", "app-registration.json"))).RootElement;

    /// <summary>Stands in the Azure CLI's place: keeps what it was asked, and gives a client id.</summary>
    private const string Az = """
        #!/usr/bin/env bash
        printf '%s\n' "$*" >>"$ASKED"
        for word in "$@"; do case $word in @*) tr -d '\n' <"${word#@}" >>"$ASKED"; echo >>"$ASKED" ;; esac; done
        case "$*" in *'--method GET'*) echo "$CLIENT_ID" ;; esac
        """;

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("alerting-az-").FullName;

    [Fact]
    public void TheRolesAreThoseThatTheAppKnows()
    {
        var known = RoleConstant().Matches(File.ReadAllText(Repository.PathTo("functions", "Access", "Roles.cs"))).Select(match => match.Groups[1].Value);
        var registered = Registration.GetProperty("appRoles").EnumerateArray().Select(role => role.GetProperty("value").GetString()!);
        Assert.Equal(known.Order(StringComparer.Ordinal), registered.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OnlyPeopleDecide() =>
        Assert.All(Registration.GetProperty("appRoles").EnumerateArray().Where(role => role.GetProperty("value").GetString() is "Proposer" or "Approver"),
            role => Assert.Equal("User", Assert.Single(role.GetProperty("allowedMemberTypes").EnumerateArray()).GetString()));

    [Fact]
    public void TokensAreOfVersionTwoAndOfThisDirectoryAndThereIsNoSecret()
    {
        Assert.Equal(2, Registration.GetProperty("api").GetProperty("requestedAccessTokenVersion").GetInt32());
        Assert.Equal("AzureADMyOrg", Registration.GetProperty("signInAudience").GetString());
        Assert.False(Registration.TryGetProperty("passwordCredentials", out _));
    }

    [Fact]
    public void AccessTokensSayWhichAuthenticationContextsASignInHasMet() =>
        Assert.Equal("acrs", Assert.Single(Registration.GetProperty("optionalClaims").GetProperty("accessToken").EnumerateArray()).GetProperty("name").GetString());

    [Fact]
    public async Task TheScriptRegistersAndPrintsTheClientIdAlone()
    {
        var path = await PathWithAzAsync();
        var asked = Path.Combine(folder, "asked");
        const string Id = "11111111-2222-3333-4444-555555555555";

        var run = await Script.RunAsync("register-app", "test", TestContext.Current.CancellationToken,
            path, $"ASKED={asked}", $"CLIENT_ID={Id}");

        Assert.Equal((0, Id + "\n", ""), run);
        var lines = await File.ReadAllLinesAsync(asked, TestContext.Current.CancellationToken);
        Assert.Collection(lines.Where(line => line.StartsWith("rest", StringComparison.Ordinal)),
            line => Assert.Contains("PATCH --url https://graph.microsoft.com/v1.0/applications(uniqueName='alerting-test')", line, StringComparison.Ordinal),
            line => Assert.Contains("GET --url https://graph.microsoft.com/v1.0/applications(uniqueName='alerting-test')", line, StringComparison.Ordinal),
            line => Assert.Contains("PATCH --url https://graph.microsoft.com/v1.0/applications(uniqueName='alerting-test')", line, StringComparison.Ordinal),
            line => Assert.Contains($"PATCH --url https://graph.microsoft.com/v1.0/servicePrincipals(appId='{Id}')", line, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("\"displayName\": \"Alerting (test)\"", StringComparison.Ordinal));
        Assert.Contains($"{{\"identifierUris\": [\"api://{Id}\"]}}", lines);
        Assert.Contains("{\"appRoleAssignmentRequired\": true}", lines);
    }

    [Fact]
    public async Task AnUnknownEnvironmentIsRefused()
    {
        var path = await PathWithAzAsync();
        var run = await Script.RunAsync("register-app", "production", TestContext.Current.CancellationToken, path);
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("dev|test|prod", run.Errors, StringComparison.Ordinal);
    }

    private async Task<string> PathWithAzAsync()
    {
        if (OperatingSystem.IsWindows())
            throw Xunit.Sdk.SkipException.ForSkip("The script is for bash.");
        var az = Path.Combine(folder, "az");
        await File.WriteAllTextAsync(az, Az, TestContext.Current.CancellationToken);
        File.SetUnixFileMode(az, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return $"PATH={folder}:{Environment.GetEnvironmentVariable("PATH")}";
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [GeneratedRegex(@"public const string \w+ = ""(\w+)""")]
    private static partial Regex RoleConstant();
}
