using Alerting.Local.Functions.Envelopes;
using Alerting.Local.Functions.Handler;
using Alerting.Local.Functions.Loading;

namespace Alerting.Local.Functions.Http;

/// <summary>Http functions that are not passed on raw: the request goes in an envelope, the answer comes out of one.</summary>
internal sealed class EnvelopeCalls(IInvoker invoker, TimeProvider clock, ILogger logger)
{
    public async Task CallAsync(Function function, HttpContext context)
    {
        var trigger = (HttpTrigger)function.Trigger;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var outcome = await invoker.InvokeAsync(function,
            () => HttpEnvelopes.Create(trigger, context.Request, body.ToArray(), SystemData.For(function.Name, clock)),
            CancellationToken.None);
        var answer = outcome is InvocationOutcome.Success { Answer: var envelope } ? Read(function, envelope) : null;
        if (answer is null)
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        else
            await WriteAsync(function, answer, context.Response);
    }

    private HttpAnswer? Read(Function function, Answer envelope)
    {
        var answer = HttpAnswerReader.Read(envelope, function.HttpOutput, out var problem);
        if (answer is null)
            FunctionsLog.NotPassedOn(logger, function.Name, problem!, null);
        return answer;
    }

    private async Task WriteAsync(Function function, HttpAnswer answer, HttpResponse response)
    {
        try
        {
            response.StatusCode = answer.Status;
            foreach (var (name, value) in answer.Headers)
                response.Headers[name] = value ?? throw new InvalidOperationException($"the header '{name}' has no value");
        }
        catch (InvalidOperationException error)
        {
            // A header that HTTP does not allow: the real host breaks at the same point.
            FunctionsLog.NotPassedOn(logger, function.Name, error.Message, null);
            response.Clear();
            response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }
        if (answer.Body.Length > 0)
            await response.Body.WriteAsync(answer.Body);
    }
}
