using Alerting.Local.Hosting;
using Alerting.Local.Twilio.Api;
using Alerting.Local.Twilio.Calls;
using Alerting.Local.Twilio.Doors;
using Alerting.Local.Twilio.Inbox;
using Alerting.Local.Twilio.Webhooks;

namespace Alerting.Local.Twilio;

/// <summary>Puts one stand-in provider together. It has one account or two.</summary>
internal static class TwilioApp
{
    public static WebApplication Build(TwilioOptions options, TimeProvider time)
    {
        var builder = WebApplication.CreateSlimBuilder();
        Serving.Prepare(builder, options.Port);
        var app = builder.Build();
        app.UseHostFiltering();
        app.Use(NoOtherSite);
        Assemble(app, options, time);
        return app;
    }

    private static void Assemble(WebApplication app, TwilioOptions options, TimeProvider time)
    {
        var accounts = new Accounts(options);
        var store = new MessageStore();
        var calls = new CallStore();
        var optOuts = new OptOuts();
        var client = new WebhookClient(time);
        var pump = new DuePump(time, options.CallbackWorkers, app.Logger);
        var callbacks = new StatusCallbacks(store, client, pump, time);
        var intake = new Intake(store, optOuts, callbacks, time);
        var inbound = new InboundMessages(intake, optOuts, client);

        var gate = new Gate(accounts, time);
        new MessagesApi(options, store, intake, time).Map(app, gate);
        var runner = new CallRunner(calls, new CallWebhooks(client, time), pump, time);
        new CallsApi(calls, runner, intake, time).Map(app, gate);
        new CallDoors(calls, runner).Map(app);
        new InboxPage(store, calls, accounts, time).Map(app);
        new MessageDoors(store, calls, intake, inbound, time).Map(app);
        new ControlDoors(store, calls, callbacks, accounts).Map(app);
        app.MapFallback("/2010-04-01/Accounts/{account}/{**rest}", gate.Guard((context, _) =>
            ValueTask.FromResult(Answer.Error(TwilioError.NotFound(context.Request.Path.Value ?? "")))));

        app.Lifetime.ApplicationStarted.Register(pump.Start);
        app.Lifetime.ApplicationStopped.Register(client.Dispose);
        app.Lifetime.ApplicationStopping.Register(() => _ = pump.DisposeAsync().AsTask());
    }

    // The doors ask for no credentials, so a page of another site must not be able to use them.
    private static Task NoOtherSite(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Headers["Sec-Fetch-Site"] != "cross-site" || HttpMethods.IsGet(context.Request.Method))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
