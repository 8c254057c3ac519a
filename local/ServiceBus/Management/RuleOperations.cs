using Alerting.Local.ServiceBus.Engine;
using Alerting.Local.ServiceBus.Links;
using Amqp.Types;

namespace Alerting.Local.ServiceBus.Management;

internal static class RuleOperations
{
    /// <summary>One page. Clients ask on until a page is empty.</summary>
    public static Reply List(RuleSet rules, Map arguments)
    {
        var page = rules.All.Skip(arguments.Int("skip", 0)).Take(arguments.Int("top", 100)).ToList();
        if (page.Count == 0) return Reply.Nothing();
        var list = new List();
        foreach (var rule in page) list.Add(new Map { ["rule-description"] = RuleDescriptions.Write(rule) });
        return Reply.Ok(new Map { ["rules"] = list });
    }

    public static Reply Add(RuleSet rules, Map arguments)
    {
        var name = arguments.Text("rule-name");
        if (arguments["rule-description"] is not Map description) return Reply.BadRequest("the argument rule-description is missing");
        if (RuleDescriptions.Read(description, out var problem) is not { } filter) return Reply.BadRequest(problem);
        return rules.Add(new Rule(name, filter))
            ? Reply.Ok()
            : new(409, $"The rule '{name}' exists already.", Errors.EntityExistsCondition);
    }

    public static Reply Remove(RuleSet rules, Map arguments)
    {
        var name = arguments.Text("rule-name");
        return rules.Remove(name)
            ? Reply.Ok()
            : new(404, $"The messaging entity '{name}' could not be found.", "amqp:not-found");
    }
}
