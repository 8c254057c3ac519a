using System.Text;
using Alerting.Local.Twilio.Calls;
using Alerting.Local.Twilio.Inbox;
using Alerting.Local.Twilio.Json;
using Alerting.Local.Twilio.Webhooks;

namespace Alerting.Local.Twilio.Doors;

/// <summary>The doors to the messages: look at what was taken, answer as a person would, clear.</summary>
internal sealed class MessageDoors(
    MessageStore store, CallStore calls, Intake intake, InboundMessages inbound, TimeProvider time)
{
    private const int MostMessages = 100_000;

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_messages", ListAsync);
        routes.MapDelete("/_messages", Clear);
        routes.MapPost("/_messages/{sid}/reply", ReplyAsync);
    }

    private Task ListAsync(HttpContext context)
    {
        if (!Door.TryNumber(context, "after", 0, out var after)
            || !Door.TryNumber(context, "limit", 1000, out var limit) || limit is < 1 or > MostMessages)
            return Door.RefuseAsync(context, 400, $"after and limit must be whole numbers, limit from 1 to {MostMessages}");

        var now = time.GetUtcNow();
        var text = context.Request.Query["contains"].ToString();
        var found = Since(MessageFilter.Number(context.Request.Query["to"]), after)
            .Where(m => m.Body.Contains(text, StringComparison.OrdinalIgnoreCase))
            .Take((int)limit + 1)
            .Select(m => DoorMessage.Of(m, now))
            .ToList();
        var more = found.Count > limit;
        if (more)
            found.RemoveAt(found.Count - 1);
        var page = new DoorMessages(found, more ? found[^1].Number : null);
        return Door.WriteAsync(context, 200, page, DoorJson.Plain.DoorMessages);
    }

    private IEnumerable<Message> Since(string? to, long after) => to is null
        ? store.After(after)
        : store.NewestFirst(to).TakeWhile(m => m.Number > after).Reverse();

    private Task Clear(HttpContext context)
    {
        intake.Clear();
        calls.Clear();
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private async Task ReplyAsync(HttpContext context)
    {
        var (text, isForm) = await TextAsync(context);
        var message = Sid.TryParse(context.Request.RouteValues["sid"] as string, "SM", out var id) ? store.Find(id) : null;
        if (Wrong(message, text) is { } wrong)
        {
            await Door.RefuseAsync(context, wrong.Status, wrong.Why);
            return;
        }

        var result = await inbound.ReplyAsync(message!, text!, context.RequestAborted);
        if (isForm)
            InboxPage.Return(context);
        else
            await Door.WriteAsync(context, 201, result, DoorJson.Plain.ReplyResult);
    }

    private static (int Status, string Why)? Wrong(Message? message, string? text)
    {
        if (message is null)
            return (404, "there is no such message");
        if (string.IsNullOrWhiteSpace(text))
            return (400, "the body must hold the text of the answer: { \"body\": \"...\" }");
        return !message.IsInbound && Address.IsAlphanumeric(message.From)
            ? (409, "nobody can answer a word as sender; send from a number")
            : null;
    }

    // By what it is, not by what it is called: scripts leave out the content type.
    private static async Task<(string? Text, bool IsForm)> TextAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        return body.AsSpan().TrimStart().StartsWith("{")
            ? (Door.Read(body, DoorJson.Plain.ReplyRequest)?.Body, false)
            : (FormFields.Parse(Encoding.UTF8.GetBytes(body))["body"], true);
    }
}
