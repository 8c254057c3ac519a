using System.Collections.Frozen;
using System.Reflection;
using Fluid;

namespace Alerting.Texts;

/// <summary>The Liquid templates that this assembly carries, by version and name. No other text is ever read as Liquid.</summary>
internal sealed class Templates
{
    private const string Ending = ".liquid";

    // A name that a template uses and nobody gives is a bug, not an empty word in an alert.
    private static readonly TemplateOptions Options = new() { StrictVariables = true, StrictFilters = true };

    private readonly FrozenDictionary<string, IFluidTemplate> _byName;

    private Templates(string version, FrozenDictionary<string, IFluidTemplate> byName) => (Version, _byName) = (version, byName);

    /// <summary>The newest version.</summary>
    public static Templates Current { get; } = Read("v1");

    public string Version { get; }

    public string Render(string name, IReadOnlyDictionary<string, object> values)
    {
        var context = new TemplateContext(Options);
        foreach (var (key, value) in values)
            context.SetValue(key, value);
        return _byName[name].Render(context).Trim();
    }

    private static Templates Read(string version)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var parser = new FluidParser();
        var templates = assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith($"{version}/", StringComparison.Ordinal) && resource.EndsWith(Ending, StringComparison.Ordinal))
            .ToFrozenDictionary(resource => resource[(version.Length + 1)..^Ending.Length], resource => Parse(parser, assembly, resource));
        return new(version, templates);
    }

    private static IFluidTemplate Parse(FluidParser parser, Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return parser.TryParse(reader.ReadToEnd(), out var template, out var error)
            ? template
            : throw new InvalidOperationException($"Template {resource}: {error}");
    }
}
