using System.Text;
using System.Text.Json;

namespace Alerting.Local.Twilio.Api;

/// <summary>
/// What every API request passes: the credentials, the state of the provider, and on the way out the faults
/// that lose an answer.
/// </summary>
internal sealed class Gate(TwilioOptions options, Control control, TimeProvider time)
{
    private static readonly TimeSpan LongestHang = TimeSpan.FromMinutes(5);

    private readonly string credentials =
        "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Account}:{options.Token}"));

    private int underWay;

    /// <summary>An endpoint that answers what <paramref name="handler"/> says.</summary>
    public RequestDelegate Guard(Func<HttpContext, CancellationToken, ValueTask<Answer>> handler) => async context =>
    {
        var ct = context.RequestAborted;
        try
        {
            var limit = control.State.MaxConcurrent;
            var tooMany = Interlocked.Increment(ref underWay) > limit && limit > 0;
            var answer = await AnswerAsync(context, tooMany, handler, ct);
            await SendAsync(context, answer, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The client went away; there is nobody to answer.
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    };

    private async ValueTask<Answer> AnswerAsync(
        HttpContext context, bool tooMany, Func<HttpContext, CancellationToken, ValueTask<Answer>> handler, CancellationToken ct)
    {
        var state = control.State;
        if (state.LatencyMs > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(state.LatencyMs), time, ct);
        if (!IsAuthorized(context))
            return Answer.Error(TwilioError.Unauthorized());
        if (Answer.Of(tooMany ? Fault.TooMany : state.Fault) is { } refused)
            return refused;

        var answer = await handler(context, ct);
        return state.Fault == Fault.None ? answer : answer with { Fault = state.Fault };
    }

    private async Task SendAsync(HttpContext context, Answer answer, CancellationToken ct)
    {
        if (answer.Fault is Fault.Hang or Fault.HangAccepted)
            await Task.Delay(LongestHang, time, ct);
        if (answer.Fault != Fault.None)
        {
            context.Abort();
            return;
        }

        var response = context.Response;
        response.StatusCode = answer.Status;
        response.Headers["Twilio-Request-Id"] = Sid.Of("RQ", Sid.New());
        if (answer.Type is null)
            return;

        var body = JsonSerializer.SerializeToUtf8Bytes(answer.Value, answer.Type);
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, ct);
    }

    private bool IsAuthorized(HttpContext context) =>
        context.Request.Headers.Authorization == credentials
        && string.Equals(context.Request.RouteValues["account"] as string, options.Account, StringComparison.OrdinalIgnoreCase);
}
