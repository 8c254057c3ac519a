using Alerting.Local.Functions.Loading;

namespace Alerting.Local.Tests.Functions;

public sealed class LoadingTests
{
    private const string Emulator = "Endpoint=sb://localhost:5673;SharedAccessKeyName=n;SharedAccessKey=k;UseDevelopmentEmulator=true;";

    [Fact]
    public void EverythingThatIsWrongIsToldAtOnce()
    {
        using var folder = new AppFolder(""", "retry": { "strategy": "fixedDelay" }, "extensions": { "serviceBus": { "prefetchCount": 10, "maxConcurrentSessions": 4 }, "http": { "hsts": {} } } """);
        folder.With("Hub", """{ "type": "signalR", "direction": "out", "name": "board", "hubName": "x" }""");
        folder.With("Sessions", """{ "type": "serviceBusTrigger", "direction": "in", "name": "m", "queueName": "q", "connection": "Bus", "isSessionsEnabled": true, "accessRights": "manage" }""");
        folder.With("Unset", """{ "type": "serviceBusTrigger", "name": "m", "queueName": "%QUEUE%", "connection": "Nowhere" }""");
        folder.With("Output", """{ "type": "timerTrigger", "name": "t", "schedule": "0 0 L * *" }, { "type": "serviceBus", "direction": "out", "name": "o", "queueName": "q" }""");
        folder.With("Retried", """{ "type": "timerTrigger", "name": "t", "schedule": "0 * * * *" }""", """, "retry": { "strategy": "fixedDelay" } """);
        folder.WithHttp("Forbidden", """, "route": "admin/x", "authLevel": "user" """);
        folder.Write("Broken/function.json", "{ not json");

        Assert.Null(folder.Load(out var errors, ("Bus", Emulator)));

        string[] expected =
        [
            "host.json: 'retry' is not supported",
            "host.json: extensions: serviceBus: 'prefetchCount' can only be 0 here, not 10",
            "host.json: extensions: serviceBus: 'maxConcurrentSessions' is not supported",
            "host.json: extensions: http: 'hsts' is not supported",
            "Hub/function.json: binding 'board': bindings of type 'signalR' are not supported",
            "Sessions/function.json: binding 'm': 'isSessionsEnabled' can only be false here, not true",
            "Sessions/function.json: binding 'm': 'accessRights' is not supported",
            "Unset/function.json: binding 'm': 'queueName' names the setting 'QUEUE', which is not set",
            "Unset/function.json: binding 'm': 'connection' names the setting 'Nowhere', which is not set",
            "Output/function.json: binding 't': 'schedule' '0 0 L * *' has a field 'L' that the host does not understand",
            "Output/function.json: binding 'o': bindings of type 'serviceBus' are not supported",
            "Retried/function.json: 'retry' is not supported",
            "Forbidden/function.json: binding 'req': 'authLevel' is 'user', not anonymous, function or admin",
            "Forbidden/function.json: the route 'admin/x' begins with a word that the host keeps for itself"
        ];
        Assert.All(expected, line => Assert.Contains(line, errors));
        Assert.Contains(errors, line => line.StartsWith("Broken/function.json: not a JSON object", StringComparison.Ordinal));
    }

    [Fact]
    public void AServiceBusTriggerIsReadWithItsSettings()
    {
        using var folder = new AppFolder(""", "extensions": { "serviceBus": { "maxConcurrentCalls": 7, "maxAutoLockRenewalDuration": "00:10:00" } } """);
        folder.With("Plan", """{ "type": "serviceBusTrigger", "direction": "in", "name": "m", "topicName": "%TOPIC%", "subscriptionName": "plan", "connection": "Bus", "dataType": "binary", "cardinality": "many", "maxMessageBatchSize": 20 }""");

        var app = folder.Load(out _, ("TOPIC", "declarations"), ("AzureWebJobsBus", Emulator), ("AzureFunctionsJobHost__extensions__serviceBus__maxMessageBatchSize", "50"));

        var trigger = Assert.IsType<ServiceBusTrigger>(Assert.Single(app!.Functions).Trigger);
        Assert.Equal("declarations/Subscriptions/plan", trigger.Entity);
        Assert.Equal((true, BodyType.Binary, 20), (trigger.Many, trigger.BodyType, trigger.MaxMessageBatchSize!.Value));
        Assert.Equal(new(7, 50, TimeSpan.FromMinutes(10)), app.Host.ServiceBus);
    }

    [Fact]
    public void BatchesCanHaveAMinimumWithinBounds()
    {
        using var patient = new AppFolder(""", "extensions": { "serviceBus": { "minMessageBatchSize": 100, "maxBatchWaitTime": "00:00:01" } } """).WithHttp("GetThing");
        using var wrong = new AppFolder(""", "extensions": { "serviceBus": { "minMessageBatchSize": 1001, "maxBatchWaitTime": "00:02:31" } } """).WithHttp("GetThing");

        var options = patient.Load(out _)!.Host.ServiceBus;
        Assert.Null(wrong.Load(out var errors));

        Assert.Equal((100, TimeSpan.FromSeconds(1)), (options.MinMessageBatchSize, options.MaxBatchWaitTime));
        Assert.Equal(
            [
                "host.json: extensions: serviceBus: 'minMessageBatchSize' must not be above 'maxMessageBatchSize'",
                "host.json: extensions: serviceBus: 'maxBatchWaitTime' must not be above 00:02:30"
            ],
            errors);
    }

    [Fact]
    public void WhatIsNotSaidHasTheHostsDefaults()
    {
        using var folder = new AppFolder().WithHttp("GetThing");

        var app = folder.Load(out _)!;

        Assert.Equal(("api", TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(30)), (app.Host.RoutePrefix, app.Host.InitializationTimeout, app.Host.FunctionTimeout!.Value));
        Assert.Equal(new(16 * Environment.ProcessorCount, 1000, TimeSpan.FromMinutes(5)), app.Host.ServiceBus);
        var function = Assert.Single(app.Functions);
        Assert.Equal(("GetThing", "GetThing", true), (function.Name, ((HttpTrigger)function.Trigger).Route, function.IsHttpInAndOut));
    }

    [Theory]
    [InlineData("Endpoint=sb://ns.servicebus.windows.net/;SharedAccessKeyName=n;SharedAccessKey=k", "must have UseDevelopmentEmulator=true")]
    [InlineData("nonsense", "is not a Service Bus connection string")]
    public void OnlyAnEmulatorIsConnectedTo(string connection, string problem)
    {
        using var folder = new AppFolder().With("Take", """{ "type": "serviceBusTrigger", "name": "m", "queueName": "q", "connection": "Bus" }""");

        Assert.Null(folder.Load(out var errors, ("Bus", connection)));

        Assert.Contains(problem, Assert.Single(errors), StringComparison.Ordinal);
        Assert.DoesNotContain("SharedAccessKey", errors[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"get\"", "\"post\"", 0)]
    [InlineData("\"get\", \"post\"", "\"POST\"", 1)]
    public void TwoFunctionsShareARouteOnlyWithDifferentMethods(string one, string two, int problems)
    {
        using var folder = new AppFolder()
            .WithHttp("One", $$""", "route": "things", "methods": [{{one}}] """)
            .WithHttp("Two", $$""", "route": "Things", "methods": [{{two}}] """);

        folder.Load(out var errors);

        Assert.Equal(problems, errors.Count);
    }

    [Fact]
    public void TheEnvironmentWinsOverTheFile()
    {
        using var folder = new AppFolder().Write("local.settings.json", """{ "Values": { "PATH": "from the file", "OnlyInTheFile": "yes" } }""");

        var settings = Settings.FromEnvironment(Path.Combine(folder.Root, "local.settings.json"));

        Assert.Equal(Environment.GetEnvironmentVariable("PATH"), settings["PATH"]);
        Assert.Equal("yes", settings["OnlyInTheFile"]);
    }
}
