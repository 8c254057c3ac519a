using Newtonsoft.Json.Linq;

namespace Alerting.Local.Functions.Loading;

/// <summary>Reads a function.json.</summary>
internal static class FunctionJson
{
    private const StringComparison AnyCase = StringComparison.OrdinalIgnoreCase;

    public static Function? Read(Section root, string name, Settings settings)
    {
        root.WithoutEffect("$schema");
        var disabled = root.Flag("disabled") ?? IsSwitchedOff(name, settings);
        var bindings = root.Children("bindings", Describe);
        // Also refuses "retry": the app leaves trying again to the broker.
        root.RefuseRest();
        Trigger? trigger = null;
        string? output = null;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var binding in bindings)
        {
            var type = binding.Required("type");
            CheckDirection(binding, type);
            if (ReadTrigger(binding, type, name, settings) is { } read)
                trigger = Single(binding, trigger, read, "trigger");
            else if (string.Equals(type, "http", AnyCase))
                output = Single(binding, output, ReadOutput(binding), "http output");
            if (binding.Text("name") is { } bound && !names.Add(bound))
                binding.Refuse($"the name '{bound}' is used twice");
        }
        if (output is not null && trigger is not null and not HttpTrigger)
            root.Refuse("has an http output but no httpTrigger");
        if (trigger is null && bindings.Count == 0)
            root.Refuse("has no trigger");
        return trigger is null ? null : new(name, trigger, output, disabled);
    }

    private static Trigger? ReadTrigger(Section binding, string type, string function, Settings settings)
    {
        switch (type.ToUpperInvariant())
        {
            case "HTTPTRIGGER":
                return TriggerReader.Http(binding, function);
            case "TIMERTRIGGER":
                return TriggerReader.Timer(binding);
            case "SERVICEBUSTRIGGER":
                return TriggerReader.ServiceBus(binding, settings);
            case "HTTP" or "":
                return null;
            default:
                binding.Refuse($"bindings of type '{type}' are not supported");
                return null;
        }
    }

    private static string ReadOutput(Section binding)
    {
        var name = binding.Required("name");
        binding.RefuseRest();
        return name;
    }

    private static T Single<T>(Section binding, T? earlier, T read, string what)
    {
        if (earlier is not null)
            binding.Refuse($"a function has one {what}, this is the second");
        return read;
    }

    private static void CheckDirection(Section binding, string type)
    {
        var expected = string.Equals(type, "http", AnyCase) ? "out" : "in";
        if (binding.Text("direction") is { } direction && !string.Equals(direction, expected, AnyCase) && IsSupported(type))
            binding.Refuse($"'direction' is '{direction}', not {expected}");
    }

    private static bool IsSupported(string type) =>
        type.ToUpperInvariant() is "HTTP" or "HTTPTRIGGER" or "TIMERTRIGGER" or "SERVICEBUSTRIGGER";

    private static bool IsSwitchedOff(string name, Settings settings) =>
        bool.TryParse(settings[$"AzureWebJobs.{name}.Disabled"], out var off) && off;

    private static string Describe(JObject binding) =>
        binding.GetValue("name", AnyCase)?.ToString() is { Length: > 0 } name ? $"binding '{name}'" : "binding";
}
