using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using Alerting.Testing;

namespace Alerting.Infra.Tests;

/// <summary>The compiler, of the version that Directory.Packages.props pins.</summary>
internal static class BicepCompiler
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>What the parameter files read: an organisation that does not exist.</summary>
    public static readonly IReadOnlyDictionary<string, string> Organisation = new Dictionary<string, string>
    {
        ["ALERTING_SIGN_IN_AUDIENCE"] = "00000000-0000-4000-8000-0000000000a9",
        ["ALERTING_TWILIO_ACCOUNT_SID"] = "AC00000000000000000000000000000001",
        ["ALERTING_TWILIO_FROM"] = "+3197010000000",
        ["ALERTING_TWILIO_CALL_FROM"] = "+3197010000000",
        ["ALERTING_SMTP_HOST"] = "relay.example",
        ["ALERTING_SMTP_FROM"] = "alerting@alerting.example",
        ["ALERTING_SMTP_USER"] = "alerting",
        ["ALERTING_CANARY_SMS_NUMBER"] = "+3197010000011",
        ["ALERTING_CANARY_VOICE_NUMBER"] = "+3197010000012",
        ["ALERTING_CANARY_MAILBOX"] = "canary@alerting.example",
        ["ALERTING_WATCH_EMAILS"] = "one@alerting.example,two@alerting.example",
        ["ALERTING_HEARTBEAT"] = "yes",
    };

    public static string PinnedVersion => Metadata("BicepVersion");

    /// <summary>Runs the compiler as the organisation above, less the settings named in <paramref name="without"/>.</summary>
    public static async Task<BicepRun> RunAsync(IEnumerable<string> arguments, CancellationToken ct, params string[] without)
    {
        var start = new ProcessStartInfo(Metadata("Bicep"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Organisation)
            start.Environment[name] = value;
        foreach (var name in without.Append("AZURE_LOCATION"))
            start.Environment.Remove(name);
        // Without this the compiler wants a culture library that a bare machine does not have.
        start.Environment["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1";
        return await EndAsync(start, ct);
    }

    /// <summary>Which package, and which program in it, this project takes on a platform, as MSBuild evaluates it.</summary>
    public static async Task<(string Package, string Program)> ChosenForAsync(string system, string machine, CancellationToken ct)
    {
        var project = Repository.PathTo("tests", "Alerting.Infra.Tests", "Alerting.Infra.Tests.csproj");
        var run = await EndAsync(
            new("dotnet", ["msbuild", project, "-getProperty:BicepPackage", "-getProperty:BicepProgram", $"-p:BicepSystem={system}", $"-p:BicepMachine={machine}"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }, ct);
        Assert.True(run.ExitCode == 0, run.Output + run.Diagnostics);
        var properties = JsonElement.Parse(run.Output).GetProperty("Properties");
        return (properties.GetProperty("BicepPackage").GetString()!, properties.GetProperty("BicepProgram").GetString()!);
    }

    private static async Task<BicepRun> EndAsync(ProcessStartInfo start, CancellationToken ct)
    {
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(ct);
        var diagnostics = process.StandardError.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct).WaitAsync(Patience, ct);
        return new(process.ExitCode, await output, await diagnostics);
    }

    private static string Metadata(string key) =>
        typeof(BicepCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == key).Value!;
}
