using System.Text;
using System.Text.Json;

namespace Alerting.Local.Twilio.Api;

/// <summary>
/// What every API request passes: the credentials, the state of the provider, and on the way out the faults
/// that lose an answer.
/// </summary>
internal sealed class Gate(Accounts accounts, TimeProvider time)
{
    private static readonly TimeSpan LongestHang = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, Account> byCredentials = accounts.All.ToDictionary(
        account => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.Sid}:{account.Token}")));

    /// <summary>Whose request it is that has passed.</summary>
    public static Account Of(HttpContext context) => (Account)context.Items[typeof(Account)]!;

    /// <summary>An endpoint that answers what <paramref name="handler"/> says.</summary>
    public RequestDelegate Guard(Func<HttpContext, CancellationToken, ValueTask<Answer>> handler) => async context =>
    {
        var ct = context.RequestAborted;
        if (Authorized(context) is not { } account)
        {
            await SendAsync(context, Answer.Error(TwilioError.Unauthorized()), ct);
            return;
        }

        context.Items[typeof(Account)] = account;
        try
        {
            var limit = account.Control.State.MaxConcurrent;
            var tooMany = account.Enter() > limit && limit > 0;
            var answer = await AnswerAsync(context, tooMany, handler, ct);
            await SendAsync(context, answer, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The client went away; there is nobody to answer.
        }
        finally
        {
            account.Leave();
        }
    };

    private async ValueTask<Answer> AnswerAsync(
        HttpContext context, bool tooMany, Func<HttpContext, CancellationToken, ValueTask<Answer>> handler, CancellationToken ct)
    {
        var state = Of(context).Control.State;
        if (state.LatencyMs > 0)
            await Task.Delay(TimeSpan.FromMilliseconds(state.LatencyMs), time, ct);
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

    // The account of the credentials must be the one of the address.
    private Account? Authorized(HttpContext context) =>
        byCredentials.GetValueOrDefault(context.Request.Headers.Authorization.ToString()) is { } account
        && ReferenceEquals(account, accounts.Find(context.Request.RouteValues["account"] as string)) ? account : null;
}
