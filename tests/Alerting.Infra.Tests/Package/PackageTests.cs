using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json;
using Alerting.Testing;

namespace Alerting.Infra.Tests;

/// <summary>The package is what the Functions host wants, and it runs.</summary>
public sealed class PackageTests(BuiltPackage package) : IClassFixture<BuiltPackage>
{
    private const string Program = "Alerting.Functions";

    [Fact]
    public void TheProgramThatTheHostStartsMayBeRunAndNothingElseNeedBe()
    {
        using var zip = ZipFile.OpenRead(package.Zip);
        Assert.Equal("100777", UnixMode(zip.GetEntry(Program)!));
        Assert.All(zip.Entries.Where(entry => entry.FullName != Program), entry => Assert.Equal("100644", UnixMode(entry)));
    }

    [Fact]
    public void HostJsonNamesTheProgramAsThePackageDoes()
    {
        using var host = JsonDocument.Parse(File.ReadAllText(Path.Combine(package.Unpacked, "host.json")));
        Assert.Equal(Program, host.RootElement.GetProperty("customHandler").GetProperty("description").GetProperty("defaultExecutablePath").GetString());
    }

    [Fact]
    public void EveryFunctionIsAFolderWithItsFunctionJson()
    {
        using var zip = ZipFile.OpenRead(package.Zip);
        var expected = System.IO.Directory.EnumerateFiles(Repository.PathTo("functions"), "*.function.json", SearchOption.AllDirectories)
            .Select(file => $"{Path.GetFileName(file).Replace(".function.json", "", StringComparison.Ordinal)}/function.json");
        var actual = zip.Entries.Select(entry => entry.FullName).Where(name => name.EndsWith("function.json", StringComparison.Ordinal));
        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheProgramIsForLinuxAndBringsItsRuntime()
    {
        Assert.Equal([0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1], File.ReadAllBytes(Path.Combine(package.Unpacked, Program))[..6]);
        Assert.True(File.Exists(Path.Combine(package.Unpacked, "libcoreclr.so")));
        Assert.True(File.Exists(Path.Combine(package.Unpacked, "Microsoft.AspNetCore.dll")));
    }

    [Theory]
    [InlineData("local.settings.json")]
    [InlineData("local.settings.sample.json")]
    [InlineData("web.config")]
    [InlineData("appsettings.Development.json")]
    public void NothingOfADevelopersMachineIsInIt(string file)
    {
        using var zip = ZipFile.OpenRead(package.Zip);
        Assert.DoesNotContain(zip.Entries, entry => entry.Name == file);
    }

    [Fact]
    public async Task ItStartsUnderTheHostAndPassesTheSmokeTest()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && System.Runtime.InteropServices.RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.X64,
            "The package is for linux-x64.");
        var ct = TestContext.Current.CancellationToken;
        await using var stack = await StackRun.StartAsync(ct, "--functions-root", package.Unpacked, "--no-seed");
        using var web = new HttpClient { BaseAddress = stack.Addresses.StartPage };
        using var token = await web.PostAsync(new Uri("/tokens/auditor", UriKind.Relative), null, ct);
        var auditor = (await token.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("access_token").GetString();

        var smoke = await Script.RunAsync("smoke", stack.Addresses["functions"].Address.ToString(), ct, $"TOKEN={auditor}");

        Assert.Equal((0, ""), (smoke.ExitCode, smoke.Errors));
        Assert.Equal(7, smoke.Output.Split('\n').Count(line => line.StartsWith("ok ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task TheSmokeTestFailsWhereNobodyAnswers()
    {
        var smoke = await Script.RunAsync("smoke", $"http://127.0.0.1:{NodeProgram.FreePort()}", TestContext.Current.CancellationToken, "SMOKE_PATIENCE=0");
        Assert.NotEqual(0, smoke.ExitCode);
        Assert.Contains("everything it depends on is up: 000, not 200", smoke.Errors, StringComparison.Ordinal);
    }

    /// <summary>Type and permissions as Unix has them, in octal digits.</summary>
    private static string UnixMode(ZipArchiveEntry entry) => Convert.ToString((entry.ExternalAttributes >> 16) & 0xFFFF, 8);
}
