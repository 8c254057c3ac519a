using Alerting.Local.Twilio.Calls;
using Alerting.Local.Twilio.Json;
using Alerting.Local.Twilio.Webhooks;

namespace Alerting.Local.Twilio.Doors;

/// <summary>The doors to the provider as a whole: the state of its accounts, and how much they took.</summary>
internal sealed class ControlDoors(MessageStore store, CallStore calls, StatusCallbacks callbacks, Accounts accounts)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_count", context => Door.WriteAsync(context, 200, Count(), DoorJson.Plain.DoorCount));
        routes.MapGet("/_control", ShowAsync);
        routes.MapPut("/_control", SwitchAsync);
    }

    private Task ShowAsync(HttpContext context) => Meant(context) is [var account, ..]
        ? Door.WriteAsync(context, 200, account.Control.State, DoorJson.Plain.ControlState)
        : RefuseAccountAsync(context);

    private async Task SwitchAsync(HttpContext context)
    {
        var meant = Meant(context);
        if (meant.Count == 0)
        {
            await RefuseAccountAsync(context);
            return;
        }

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

        foreach (var account in meant)
            account.Control.Set(state!);
        await Door.WriteAsync(context, 200, meant[0].Control.State, DoorJson.Plain.ControlState);
    }

    // All, unless one is named.
    private IReadOnlyList<Account> Meant(HttpContext context) => context.Request.Query["account"].ToString() is { Length: > 0 } sid
        ? [.. accounts.All.Where(account => account == accounts.Find(sid))]
        : accounts.All;

    private static Task RefuseAccountAsync(HttpContext context) => Door.RefuseAsync(context, 404, "there is no such account");

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
            callbacks.Tally,
            accounts.All.ToDictionary(account => account.Sid, store.CountOf));
    }
}
