using Microsoft.AspNetCore.Routing.Patterns;

namespace Alerting.Functions;

/// <summary>Runs a function that the host starts. What binds its parameters is made when it is first called: making it compiles code, for which the first answer of the program does not wait.</summary>
internal sealed class TriggerHandler
{
    private readonly Lazy<RequestDelegate> run;

    /// <summary>Makes nothing yet.</summary>
    /// <param name="function">What to run; its parameters are bound as those of an endpoint.</param>
    /// <param name="filter">Stands around every call.</param>
    /// <param name="services">What is asked which parameters are services.</param>
    public TriggerHandler(Delegate function, Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> filter, IServiceProvider services) =>
        run = new(() => Make(function, filter, services));

    /// <summary>Runs it once.</summary>
    public Task RunAsync(HttpContext context) => run.Value(context);

    private static RequestDelegate Make(Delegate function, Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> filter, IServiceProvider services)
    {
        var endpoint = new RouteEndpointBuilder(null, RoutePatternFactory.Parse("/"), 0);
        endpoint.FilterFactories.Add((_, next) => invocation => filter(invocation, next));
        return RequestDelegateFactory.Create(function, new() { ServiceProvider = services, EndpointBuilder = endpoint }).RequestDelegate;
    }
}
