using Alerting.Local.Functions.Loading;
using Microsoft.AspNetCore.Routing.Constraints;

namespace Alerting.Local.Functions.Http;

/// <summary>
/// The host's route table. A method that a function does not list is no match, so the answer is 404 and never 405;
/// of two templates that both fit, the function that comes first by name is called.
/// </summary>
internal static class HttpRoutes
{
    public static IRouter Create(IEnumerable<Function> functions, string prefix, IInlineConstraintResolver resolver, Func<Function, HttpContext, Task> call)
    {
        var routes = new RouteCollection();
        foreach (var function in functions)
            if (function.Trigger is HttpTrigger trigger && !function.Disabled)
                routes.Add(new Route(
                    new RouteHandler(context => call(function, context)),
                    function.Name,
                    prefix.Length == 0 ? trigger.Route : $"{prefix}/{trigger.Route}",
                    defaults: null,
                    constraints: MethodConstraint(trigger),
                    dataTokens: null,
                    resolver));
        return routes;
    }

    private static Dictionary<string, object> MethodConstraint(HttpTrigger trigger) => trigger.Methods.Count == 0
        ? []
        : new() { ["httpMethod"] = new HttpMethodRouteConstraint([.. trigger.Methods]) };
}
