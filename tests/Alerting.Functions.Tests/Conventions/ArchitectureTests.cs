using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Alerting.Adapters;
using Alerting.Testing;

namespace Alerting.Functions.Tests.Conventions;

public sealed partial class ArchitectureTests
{
    private static readonly Assembly Domain = typeof(Problem).Assembly;
    private static readonly Assembly Adapters = typeof(IDependency).Assembly;
    private static readonly Assembly Functions = typeof(Program).Assembly;

    private static readonly string[] Endings = ["Manager", "Helper", "Helpers", "Util", "Utils", "Service", "Processor", "Info"];

    public static TheoryData<string> Sources =>
        [.. new[] { "src", "functions" }
            .SelectMany(folder => System.IO.Directory.EnumerateFiles(Repository.PathTo(folder), "*.cs", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path))];

    [Fact]
    public void TheDomainKnowsNoAzureNoHttpAndNobodyElse()
    {
        var outside = References(Domain).Where(name =>
            name.StartsWith("Azure.", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
            || name.StartsWith("Amqp", StringComparison.Ordinal)
            || name is "MailKit" or "MimeKit" or "System.Net.Http.Json"
            || name.StartsWith("Alerting", StringComparison.Ordinal));

        Assert.Empty(outside);
        Assert.Empty(Projects("src/Alerting/Alerting.csproj"));
    }

    [Fact]
    public void TheAdaptersKnowTheDomainOnly()
    {
        Assert.Equal(["Alerting"], References(Adapters).Where(name => name.StartsWith("Alerting", StringComparison.Ordinal)));
        Assert.Equal(["Alerting.csproj"], Projects("src/Alerting.Adapters/Alerting.Adapters.csproj"));
    }

    [Fact]
    public void TheFunctionsKnowDomainAndAdaptersAndNoClientOfTheirs()
    {
        Assert.Equal(["Alerting.Adapters.csproj", "Alerting.csproj"], Projects("functions/Alerting.Functions.csproj").Order());
        Assert.DoesNotContain(References(Functions), name => name.StartsWith("Azure.", StringComparison.Ordinal) || name.StartsWith("Amqp", StringComparison.Ordinal) || name == "MailKit");
    }

    [Fact]
    public void NoTypeIsNamedAfterNothing() =>
        Assert.Empty(new[] { Domain, Adapters, Functions }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && type.Namespace?.StartsWith("Alerting", StringComparison.Ordinal) == true)
            .Where(type => Endings.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal)))
            .Select(type => type.FullName));

    [Theory]
    [MemberData(nameof(Sources))]
    public void TimeComesFromTheTimeProviderOnly(string source) =>
        Assert.DoesNotMatch(OwnClock(), File.ReadAllText(Repository.PathTo(source)));

    [Fact]
    public void AllFunctionsShareOneNamespace() =>
        Assert.All(Sources.Select(row => row.Data).Where(source => source.StartsWith("functions", StringComparison.Ordinal) && !source.EndsWith("Program.cs", StringComparison.Ordinal)), source =>
            Assert.Contains("namespace Alerting.Functions;", File.ReadAllText(Repository.PathTo(source)), StringComparison.Ordinal));

    [Fact]
    public void TheContentsPageStaysAPage() => Assert.True(File.ReadLines(Repository.PathTo("functions", "Program.cs")).Count() <= 60);

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies().Select(name => name.Name!);

    private static IEnumerable<string> Projects(string project) =>
        ProjectReference().Matches(File.ReadAllText(Repository.PathTo(project))).Select(match => Path.GetFileName(match.Groups[1].Value));

    [GeneratedRegex("<ProjectReference Include=\"([^\"]+)\"")]
    private static partial Regex ProjectReference();

    [GeneratedRegex(@"\bDateTime(Offset)?\.(UtcNow|Now|Today)\b|\bThread\.Sleep\b|\bTask\.Delay\((?![^;]*\b[tT]ime\b)|\bStopwatch\b|\bEnvironment\.TickCount|new PeriodicTimer\([^,)]*\)|new CancellationTokenSource\((?=[A-Z])[^,)]*\)")]
    private static partial Regex OwnClock();
}
