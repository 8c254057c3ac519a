using Alerting.Local;
using Alerting.Local.SignIn;
using Alerting.Local.Stack;

// What runs on this machine, and on which port. `--port-offset N` moves all ports, `--twilio-port N` one.
Port[] ports =
[
    new("azurite", 10002, "Table Storage (Azurite)"),
    new("servicebus", 5672, "Service Bus emulator"),
    new("signalr", 8888, "SignalR stand-in"),
    new("twilio", 8889, "Twilio stand-in"),
    new("smtp", 1025, "maildev, SMTP"),
    new("mail", 1080, "maildev, inbox page"),
    new("signin", 8890, "sign-in"),
    new("functions", 7071, "Functions runner"),
    new("start-page", 7070, "start page"),
];

// How each part is started, and when it is ready.
static IReadOnlyList<Part> Parts(Plan at) =>
[
    new("azurite", "Table Storage (Azurite)", ["azurite"],
        Launch.Node(at, "azurite/dist/src/table/main.js", [
            "--tableHost", Plan.Host, "--tablePort", at.Number("azurite"), "--silent", "--disableTelemetry", "--skipApiVersionCheck",
            .. at.Options.InMemory ? (string[])["--inMemoryPersistence"] : ["--location", at.InData("azurite")]]),
        Probe.Answers(at.Url("azurite"))),

    new("servicebus", "Service Bus emulator", ["servicebus"],
        Launch.Own("servicebus", "--config", at.InRepository("local/servicebus.json"), "--port", at.Number("servicebus")),
        Probe.Connects(at["servicebus"].Number)) { Scheme = "sb" },

    new("signalr", "SignalR stand-in", ["signalr"],
        Launch.Own("signalr", "--port", at.Number("signalr"), "--access-key", AppSettings.SignalRKey),
        Probe.Answers(at.Url("signalr"))),

    new("twilio", "Twilio stand-in", ["twilio"],
        Launch.Own("twilio", "--port", at.Number("twilio"), "--account", AppSettings.TwilioAccount, "--token", AppSettings.TwilioToken,
            "--second-account", AppSettings.SecondTwilioAccount, "--second-token", AppSettings.SecondTwilioToken,
            "--inbound", at.Url("functions") + "api/webhooks/twilio/reply"),
        Probe.Answers(at.Url("twilio"))) { Page = "/" },

    new("maildev", "Mailboxes (maildev)", ["mail", "smtp"],
        Launch.Node(at, "maildev/dist/bin/maildev.js",
            "--ip", Plan.Host, "--smtp", at.Number("smtp"), "--web-ip", Plan.Host, "--web", at.Number("mail"), "--mail-directory", at.InData("mail")),
        Probe.Answers(at.Url("mail") + "api/healthz")) { Page = "/" },

    new("signin", "Sign-in", ["signin"],
        Launch.Own("signin", "--port", at.Number("signin"), "--keys", at.InData("signin")),
        Probe.Answers(at.Url("signin"))) { Page = $"/{Registration.Tenant}/v2.0/.well-known/openid-configuration" },

    new("functions", "Function app", ["functions"],
        Launch.Own("functions", "--root", at.FunctionsRoot, "--port", at.Number("functions"), "--env-file", at.Settings,
            "--state", at.InData("functions")),
        Probe.Answers(at.Url("functions") + "api/health")) { Page = "/api/openapi.json", Last = true },
];

using var lifeline = Lifeline.Hold();

// With a verb one part runs alone; without one everything does.
return args is [var verb, .. var rest] && !verb.StartsWith('-')
    ? await Verbs.RunAsync(verb, rest, lifeline.Ended)
    : await StackCommand.RunAsync(args, ports, Parts, lifeline.Ended);
