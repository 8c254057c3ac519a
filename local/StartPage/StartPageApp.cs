using Alerting.Local.Hosting;
using Alerting.Local.SignIn;
using Alerting.Local.Stack;

namespace Alerting.Local.StartPage;

/// <summary>One page about everything that runs, and the doors that a script needs.</summary>
internal static class StartPageApp
{
    public static WebApplication Build(Plan plan, Func<StackStatus> status)
    {
        var builder = WebApplication.CreateSlimBuilder();
        Serving.Prepare(builder, plan["start-page"].Number);
        // A page of the outside world must not reach the doors through a name that it lets point here.
        builder.Services.AddHostFiltering(filter => filter.AllowedHosts = ["127.0.0.1", "localhost", "[::1]"]);
        var app = builder.Build();
        app.UseHostFiltering();
        var page = PageText.Fill(plan);
        app.MapGet("/", () => Results.Text(page, "text/html; charset=utf-8"));
        app.MapGet("/status", () => Results.Text(status().ToString(), "application/json"));
        MapDoors(app, plan);
        return app;
    }

    private static void MapDoors(WebApplication app, Plan plan)
    {
        var signIn = new Onward(plan.Url("signin"), "sign-in");
        app.MapPost("/tokens/{person}", (string person, HttpContext context) =>
            signIn.PostJsonAsync("_tokens", new TokenRequest(person), context));

        var twilio = new Onward(plan.Url("twilio"), "Twilio stand-in");
        app.MapGet("/sms", (HttpContext context) => twilio.PassAsync("_messages", context));
        app.MapDelete("/sms", (HttpContext context) => twilio.PassAsync("_messages", context));
        app.MapPost("/sms/{sid}/reply", (string sid, HttpContext context) =>
            twilio.PassAsync($"_messages/{Uri.EscapeDataString(sid)}/reply", context));
        app.MapGet("/calls", (HttpContext context) => twilio.PassAsync("_calls", context));
        app.MapPost("/calls/{sid}/press/{digits}", (string sid, string digits, HttpContext context) =>
            twilio.PassAsync($"_calls/{Uri.EscapeDataString(sid)}/press/{Uri.EscapeDataString(digits)}", context));
    }
}
