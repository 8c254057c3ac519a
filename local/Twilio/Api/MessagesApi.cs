using Alerting.Local.Twilio.Json;

namespace Alerting.Local.Twilio.Api;

/// <summary>The message resources: create, list, fetch, redact, cancel, delete.</summary>
internal sealed class MessagesApi(TwilioOptions options, MessageStore store, Intake intake, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes, Gate gate)
    {
        const string list = "/2010-04-01/Accounts/{account}/Messages.json";
        const string one = "/2010-04-01/Accounts/{account}/Messages/{sid}.json";
        routes.MapPost(list, gate.Guard(CreateAsync));
        routes.MapGet(list, gate.Guard((context, _) => ValueTask.FromResult(List(context))));
        routes.MapGet(one, gate.Guard((context, _) => ValueTask.FromResult(Fetch(context))));
        routes.MapPost(one, gate.Guard(UpdateAsync));
        routes.MapDelete(one, gate.Guard((context, _) => ValueTask.FromResult(Delete(context))));
    }

    private async ValueTask<Answer> CreateAsync(HttpContext context, CancellationToken ct)
    {
        if (await FormFields.ReadAsync(context.Request, ct) is not { } form)
            return Answer.Error(TwilioError.BodyTooLong());
        if (MessageRequest.Parse(form, options, time.GetUtcNow(), out var error) is not { } request)
            return Answer.Error(error!);

        var fault = intake.FaultOf(request.To);
        if (Answer.Of(fault) is { } refused)
            return refused;
        if (intake.Refusal(request) is { } refusal)
            return Answer.Error(refusal);

        return Answer.Created(Show(intake.Accept(Gate.Of(context), request)), ApiJson.Plain.MessageJson) with { Fault = fault };
    }

    private Answer List(HttpContext context)
    {
        var now = time.GetUtcNow();
        var query = context.Request.Query;
        if (Paging.Parse(query, out var wrongPage) is not { } paging)
            return Answer.Error(wrongPage!);
        if (MessageFilter.Parse(query, out var wrongFilter) is not { } filter)
            return Answer.Error(wrongFilter!);

        var account = Gate.Of(context);
        var (items, more) = paging.Cut(filter.Apply(store, now).Where(m => m.Account == account), m => m.Sid);
        var page = new MessageListJson(items.ConvertAll(m => MessageJson.Of(m, now)));
        page.Describe(paging, context.Request, items.Count, more ? items[^1].Sid : null);
        return Answer.Ok(page, ApiJson.Plain.MessageListJson);
    }

    private Answer Fetch(HttpContext context) => Find(context) is { } message
        ? Answer.Ok(Show(message), ApiJson.Plain.MessageJson)
        : NotFound(context);

    private async ValueTask<Answer> UpdateAsync(HttpContext context, CancellationToken ct)
    {
        if (await FormFields.ReadAsync(context.Request, ct) is not { } form)
            return Answer.Error(TwilioError.BodyTooLong());
        if (Find(context) is not { } message)
            return NotFound(context);

        return Updates.Apply(message, form["Body"], form["Status"], time.GetUtcNow()) is { } refused
            ? Answer.Error(refused)
            : Answer.Ok(Show(message), ApiJson.Plain.MessageJson);
    }

    private Answer Delete(HttpContext context)
    {
        if (Find(context) is not { } message)
            return NotFound(context);
        if (Updates.InProgress(Timeline.StatusAt(message, time.GetUtcNow())) is { } refused)
            return Answer.Error(refused);
        store.Delete(message);
        return Answer.NoContent;
    }

    private Message? Find(HttpContext context) =>
        Sid.TryParse(context.Request.RouteValues["sid"] as string, "SM", out var id)
        && store.Find(id) is { } message && message.Account == Gate.Of(context) ? message : null;

    private MessageJson Show(Message message) => MessageJson.Of(message, time.GetUtcNow());

    private static Answer NotFound(HttpContext context) =>
        Answer.Error(TwilioError.NotFound(context.Request.Path.Value ?? ""));
}
