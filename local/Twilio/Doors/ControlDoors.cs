using Alerting.Local.Twilio.Calls;
using Alerting.Local.Twilio.Json;
using Alerting.Local.Twilio.Webhooks;

namespace Alerting.Local.Twilio.Doors;

/// <summary>The doors to the provider as a whole: its state, and how much it took.</summary>
internal sealed class ControlDoors(MessageStore store, CallStore calls, StatusCallbacks callbacks, Control control)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_count", context => Door.WriteAsync(context, 200, Count(), DoorJson.Plain.DoorCount));
        routes.MapGet("/_control", context => Door.WriteAsync(context, 200, control.State, DoorJson.Plain.ControlState));
        routes.MapPut("/_control", SwitchAsync);
    }

    private async Task SwitchAsync(HttpContext context)
    {
        var wanted = await Door.ReadAsync(context, DoorJson.Plain.ControlRequest);
        var state = wanted?.ToState();
        var wrong = state is null
            ? "the body must be a JSON object with some of mode, latencyMs, maxConcurrent, callbacks, inboundUrl"
            : state.Wrong();
        if (wrong is not null)
        {
            await Door.RefuseAsync(context, 400, wrong);
            return;
        }

        control.Set(state!);
        await Door.WriteAsync(context, 200, control.State, DoorJson.Plain.ControlState);
    }

    private DoorCount Count()
    {
        var tally = store.Count();
        return new DoorCount(
            tally.Outbound + tally.Inbound,
            tally.Outbound,
            tally.Inbound,
            tally.Recipients,
            calls.Count,
            tally.FirstAcceptedAt,
            tally.LastAcceptedAt,
            callbacks.Tally);
    }
}
