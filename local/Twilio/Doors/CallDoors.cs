using Alerting.Local.Twilio.Calls;
using Alerting.Local.Twilio.Json;

namespace Alerting.Local.Twilio.Doors;

/// <summary>The doors to the calls: hear what was said, press keys as a person would.</summary>
internal sealed class CallDoors(CallStore calls, CallRunner runner)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_calls", ListAsync);
        routes.MapPost("/_calls/{sid}/digits", PressAsync);
    }

    private Task ListAsync(HttpContext context)
    {
        var to = MessageFilter.Number(context.Request.Query["to"]);
        IReadOnlyList<DoorCall> found = [.. calls.NewestFirst().Where(c => to is null || c.To == to).Reverse().Select(DoorCall.Of)];
        return Door.WriteAsync(context, 200, found, DoorJson.Plain.IReadOnlyListDoorCall);
    }

    private async Task PressAsync(HttpContext context)
    {
        var digits = (await Door.ReadAsync(context, DoorJson.Plain.DigitsRequest))?.Digits;
        var call = Sid.TryParse(context.Request.RouteValues["sid"] as string, "CA", out var id) ? calls.Find(id) : null;
        if (call is null)
            await Door.RefuseAsync(context, 404, "there is no such call");
        else if (string.IsNullOrEmpty(digits) || !digits.All(c => char.IsAsciiDigit(c) || c is '*' or '#'))
            await Door.RefuseAsync(context, 400, "the body must hold the keys that are pressed: { \"digits\": \"1\" }");
        else if (!runner.Press(call, digits))
            await Door.RefuseAsync(context, 409, "the call is not waiting for digits");
        else
            context.Response.StatusCode = StatusCodes.Status202Accepted;
    }
}
