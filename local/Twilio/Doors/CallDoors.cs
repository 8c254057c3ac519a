using System.Text;
using Alerting.Local.Twilio.Calls;
using Alerting.Local.Twilio.Inbox;
using Alerting.Local.Twilio.Json;

namespace Alerting.Local.Twilio.Doors;

/// <summary>The doors to the calls: hear what was said, press keys as a person would.</summary>
internal sealed class CallDoors(CallStore calls, CallRunner runner)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_calls", ListAsync);
        routes.MapPost("/_calls/{sid}/digits", PressAsync);
        routes.MapPost("/_calls/{sid}/press/{digits}", context => PressAsync(context, context.Request.RouteValues["digits"] as string, isForm: false));
    }

    private Task ListAsync(HttpContext context)
    {
        var to = MessageFilter.Number(context.Request.Query["to"]);
        IReadOnlyList<DoorCall> found = [.. calls.NewestFirst().Where(c => to is null || c.To == to).Reverse().Select(DoorCall.Of)];
        return Door.WriteAsync(context, 200, found, DoorJson.Plain.IReadOnlyListDoorCall);
    }

    private async Task PressAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var isForm = !body.AsSpan().TrimStart().StartsWith("{");
        await PressAsync(context, isForm ? FormFields.Parse(Encoding.UTF8.GetBytes(body))["digits"] : Door.Read(body, DoorJson.Plain.DigitsRequest)?.Digits, isForm);
    }

    private async Task PressAsync(HttpContext context, string? digits, bool isForm)
    {
        var call = Sid.TryParse(context.Request.RouteValues["sid"] as string, "CA", out var id) ? calls.Find(id) : null;
        if (call is null)
            await Door.RefuseAsync(context, 404, "there is no such call");
        else if (string.IsNullOrEmpty(digits) || !digits.All(c => char.IsAsciiDigit(c) || c is '*' or '#'))
            await Door.RefuseAsync(context, 400, "the keys that are pressed are digits, * and #: { \"digits\": \"1\" }");
        else if (!runner.Press(call, digits))
            await Door.RefuseAsync(context, 409, "the call is not waiting for digits");
        else if (isForm)
            InboxPage.Return(context);
        else
            context.Response.StatusCode = StatusCodes.Status202Accepted;
    }
}
