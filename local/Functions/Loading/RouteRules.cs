namespace Alerting.Local.Functions.Loading;

/// <summary>What the host refuses at start about routes.</summary>
internal static class RouteRules
{
    public static void Check(IReadOnlyList<Function> functions, List<string> errors)
    {
        var seen = new List<(Function Function, HttpTrigger Trigger)>();
        foreach (var function in functions)
        {
            if (function.Trigger is not HttpTrigger trigger)
                continue;
            if (trigger.Route.Split('/')[0].ToUpperInvariant() is "ADMIN" or "RUNTIME")
                errors.Add($"{function.Name}/function.json: the route '{trigger.Route}' begins with a word that the host keeps for itself");
            foreach (var (other, otherTrigger) in seen)
                if (Conflict(trigger, otherTrigger))
                    errors.Add($"{function.Name}/function.json: the route '{trigger.Route}' is already taken by {other.Name}");
            seen.Add((function, trigger));
        }
    }

    private static bool Conflict(HttpTrigger one, HttpTrigger two) =>
        string.Equals(one.Route, two.Route, StringComparison.OrdinalIgnoreCase)
        && (one.Methods.Count == 0 || two.Methods.Count == 0
            || one.Methods.Intersect(two.Methods, StringComparer.OrdinalIgnoreCase).Any());
}
