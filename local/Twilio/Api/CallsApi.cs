using Alerting.Local.Twilio.Calls;
using Alerting.Local.Twilio.Json;

namespace Alerting.Local.Twilio.Api;

/// <summary>The call resources: create, list, fetch, hang up.</summary>
internal sealed class CallsApi(CallStore calls, CallRunner runner, Intake intake, TimeProvider time)
{
    private static readonly string[] UsualEvents = ["completed"];

    public void Map(IEndpointRouteBuilder routes, Gate gate)
    {
        const string list = "/2010-04-01/Accounts/{account}/Calls.json";
        const string one = "/2010-04-01/Accounts/{account}/Calls/{sid}.json";
        routes.MapPost(list, gate.Guard(CreateAsync));
        routes.MapGet(list, gate.Guard((context, _) => ValueTask.FromResult(List(context))));
        routes.MapGet(one, gate.Guard((context, _) => ValueTask.FromResult(Fetch(context))));
        routes.MapPost(one, gate.Guard(UpdateAsync));
    }

    private async ValueTask<Answer> CreateAsync(HttpContext context, CancellationToken ct)
    {
        if (await FormFields.ReadAsync(context.Request, ct) is not { } form)
            return Answer.Error(TwilioError.BodyTooLong());
        var to = Address.Normalised(form["To"] ?? "");
        var from = Address.Normalised(form["From"] ?? "");
        if (Wrong(form, to, from) is { } wrong)
            return Answer.Error(wrong);

        var fault = intake.FaultOf(to);
        if (Answer.Of(fault) is { } refused)
            return refused;

        var call = Make(Gate.Of(context), form, to, from);
        runner.Begin(call);
        return Answer.Created(Show(call), ApiJson.Plain.CallJson) with { Fault = fault };
    }

    private static TwilioError? Wrong(FormFields form, string to, string from)
    {
        if (to.Length == 0)
            return TwilioError.CallToMissing();
        if (from.Length == 0)
            return TwilioError.CallFromMissing();
        if (!Address.IsE164(to) || MagicNumber.Of(to)?.Choice == 211)
            return TwilioError.InvalidTo(to);
        if (!Address.IsE164(from))
            return TwilioError.InvalidFrom(from);
        var hasUrl = form["Url"] is { } url && Address.IsWebhook(url);
        return hasUrl || !string.IsNullOrEmpty(form["Twiml"]) ? null : TwilioError.CallUrlMissing();
    }

    private Call Make(Account account, FormFields form, string to, string from)
    {
        var now = time.GetUtcNow();
        var events = form.All("StatusCallbackEvent").SelectMany(e => e.Split(' ')).ToArray();
        return new Call
        {
            Id = Sid.New(),
            Account = account,
            To = to,
            From = from,
            Created = now,
            Updated = now,
            Behaviour = MagicNumber.Of(to)?.CallBehaviour ?? CallBehaviour.Answers,
            // Twilio takes the TwiML when both are given.
            GivenTwiml = string.IsNullOrEmpty(form["Twiml"]) ? null : form["Twiml"],
            Url = form["Url"],
            StatusCallback = string.IsNullOrEmpty(form["StatusCallback"]) ? null : form["StatusCallback"],
            Events = events.Length > 0 ? events : UsualEvents,
        };
    }

    private Answer List(HttpContext context)
    {
        var query = context.Request.Query;
        if (Paging.Parse(query, out var wrong) is not { } paging)
            return Answer.Error(wrong!);
        if (DateFilter.Parse(query, "StartTime", out wrong) is not { } started || DateFilter.Parse(query, "EndTime", out wrong) is not { } ended)
            return Answer.Error(wrong!);

        var to = MessageFilter.Number(query["To"]);
        var from = MessageFilter.Number(query["From"]);
        var status = query["Status"].ToString();
        var found = calls.NewestFirst().Where(c => c.Account == Gate.Of(context) &&
            (to is null || c.To == to) && (from is null || c.From == from) && (status.Length == 0 || c.Status == status)
            && Fits(started, c.Answered ?? c.Ended) && Fits(ended, c.Ended));
        var (items, more) = paging.Cut(found, c => c.Sid);
        var page = new CallListJson(items.ConvertAll(Show));
        page.Describe(paging, context.Request, items.Count, more ? items[^1].Sid : null);
        return Answer.Ok(page, ApiJson.Plain.CallListJson);
    }

    // A call that still waits or rings has no start yet, so a list by it does not hold it.
    private static bool Fits(DateFilter filter, DateTimeOffset? moment) =>
        filter == DateFilter.Any || (moment is { } known && filter.Includes(known));

    private Answer Fetch(HttpContext context) =>
        Find(context) is { } call ? Answer.Ok(Show(call), ApiJson.Plain.CallJson) : NotFound(context);

    private async ValueTask<Answer> UpdateAsync(HttpContext context, CancellationToken ct)
    {
        if (await FormFields.ReadAsync(context.Request, ct) is not { } form)
            return Answer.Error(TwilioError.BodyTooLong());
        if (Find(context) is not { } call)
            return NotFound(context);
        if (form["Status"] is not ("completed" or "canceled"))
            return Answer.Error(TwilioError.InvalidParameter("Status", form["Status"] ?? ""));

        return runner.HangUp(call)
            ? Answer.Ok(Show(call), ApiJson.Plain.CallJson)
            : Answer.Error(new TwilioError(21220, "Call is not in-progress. Cannot redirect.", 400));
    }

    private Call? Find(HttpContext context) =>
        Sid.TryParse(context.Request.RouteValues["sid"] as string, "CA", out var id)
        && calls.Find(id) is { } call && call.Account == Gate.Of(context) ? call : null;

    private static CallJson Show(Call call) => CallJson.Of(call);

    private static Answer NotFound(HttpContext context) =>
        Answer.Error(TwilioError.NotFound(context.Request.Path.Value ?? ""));
}
