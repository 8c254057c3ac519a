using System.Text.Json;
using Alerting.Testing;

namespace Alerting.Infra.Tests;

/// <summary>What a reader of the templates may rely on.</summary>
public sealed class ShapeTests(Compiled compiled)
{
    [Fact]
    public void EveryParameterSaysWhetherItIsNeeded() =>
        Assert.All(Deployments(compiled.Template), template => Assert.All(Members(template, "parameters"), parameter =>
        {
            var text = Description(parameter.Value);
            var optional = parameter.Value.TryGetProperty("defaultValue", out _) || parameter.Value.TryGetProperty("nullable", out _);
            Assert.Matches(optional ? @"^(Optional|Conditional)\. [A-Z]" : @"^Required\. [A-Z]", text);
        }));

    [Fact]
    public void AModuleIsShort() =>
        Assert.All(System.IO.Directory.EnumerateFiles(Repository.PathTo("infra", "bicep", "modules"), "*.bicep"),
            file => Assert.True(File.ReadAllLines(file).Length <= 120, $"{Path.GetFileName(file)} has more than 120 lines."));

    [Fact]
    public void EveryModuleIsInTheContents()
    {
        var main = File.ReadAllText(Repository.PathTo("infra", "bicep", "main.bicep"));
        string[] shared = ["names.bicep", "roles.bicep", "topology.bicep", "types.bicep"];
        var modules = System.IO.Directory.EnumerateFiles(Repository.PathTo("infra", "bicep", "modules"), "*.bicep").Select(file => Path.GetFileName(file)!);
        Assert.All(modules.Except(shared), module => Assert.Contains($"= ", main[main.IndexOf($"'modules/{module}'", StringComparison.Ordinal)..], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("test")]
    [InlineData("prod")]
    public void EveryResourceThatCanBeTaggedCarriesTheTagThatAzdLooksFor(string environment) =>
        Assert.All(compiled.Resources(environment).Where(resource => resource.TryGetProperty("location", out _)),
            resource => Assert.Equal(environment, resource.GetProperty("tags").GetProperty("azd-env-name").GetString()));

    /// <summary>A template and the templates of its modules, of which none has modules of its own.</summary>
    private static IEnumerable<JsonElement> Deployments(JsonElement template) =>
    [
        template,
        .. Members(template, "resources")
            .Where(resource => resource.Value.GetProperty("type").GetString() == "Microsoft.Resources/deployments")
            .Select(resource => resource.Value.GetProperty("properties").GetProperty("template")),
    ];

    private static JsonElement.ObjectEnumerator Members(JsonElement template, string name) => template.GetProperty(name).EnumerateObject();

    private static string Description(JsonElement parameter) =>
        parameter.GetProperty("metadata").GetProperty("description").GetString()!;
}
