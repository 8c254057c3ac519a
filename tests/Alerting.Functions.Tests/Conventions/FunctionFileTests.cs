using System.Reflection;
using System.Text.Json;
using Alerting.Bus;
using Alerting.Testing;

namespace Alerting.Functions.Tests.Conventions;

public sealed class FunctionFileTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static readonly JsonElement Host = JsonElement.Parse(File.ReadAllBytes(Repository.PathTo("functions", "host.json")));

    [Fact]
    public void EveryFunctionHasItsFileAndEveryFileItsFunction() =>
        Assert.Equal(Functions().Select(route => route.FunctionName()).Order(), FunctionFile.All.Select(file => file.Name).Order());

    [Fact]
    public void EveryFileStandsBesideTheCodeOfTheSameName() =>
        Assert.All(FunctionFile.All, file => Assert.True(File.Exists(file.Path.Replace(".function.json", ".cs", StringComparison.Ordinal)), file.Path));

    [Fact]
    public void RouteAndMethodAreTheSameInFileAndCode() =>
        Assert.Equal(
            shared.App.HttpFunctions().Select(route => $"{route.FunctionName()}: {route.Line()}").Order(),
            FunctionFile.All.Where(file => file.Type == "httpTrigger").Select(file => $"{file.Name}: {file.Line}").Order());

    [Fact]
    public void TheHostForwardsHttpFunctionsUntouchedAndAsksForNoKey() => Assert.All(FunctionFile.All.Where(file => file.Type == "httpTrigger"), file =>
    {
        Assert.Equal("anonymous", file.Text("authLevel"));
        var types = JsonElement.Parse(File.ReadAllBytes(file.Path)).GetProperty("bindings").EnumerateArray().Select(binding => binding.GetProperty("type").GetString());
        Assert.Equal(["httpTrigger", "http"], types);
    });

    [Fact]
    public void WhatNoFunctionTakesIsForwardedTooAndFindsNoEndpoint()
    {
        Assert.Equal(AnswerUnknown.Route, FunctionFile.CatchAll.Text("route"));
        Assert.False(FunctionFile.CatchAll.Trigger.TryGetProperty("methods", out _));
        Assert.DoesNotContain(shared.App.Routes(), route => route.RoutePattern.RawText!.Contains('*', StringComparison.Ordinal));
    }

    [Fact]
    public void TriggersReadTheEntityThatTheCodeNames() =>
        Assert.Equal(
            Functions().Select(route => route.Metadata.GetMetadata<TriggerFunction>()).OfType<TriggerFunction>().Select(trigger => $"{trigger.Name}: {trigger.Entity}").Order(),
            FunctionFile.All.Where(file => file.Type != "httpTrigger").Select(file => $"{file.Name}: {file.Entity}").Order());

    [Fact]
    public void MessageTriggersAreBinaryOverTheOneConnection() => Assert.All(FunctionFile.All.Where(file => file.Type == "serviceBusTrigger"), file =>
    {
        Assert.Equal(("ServiceBus", "binary"), (file.Text("connection"), file.Text("dataType")));
        Assert.False(JsonElement.Parse(File.ReadAllBytes(file.Path)).TryGetProperty("retry", out _), "the broker redelivers; a retry in the host would multiply it");
    });

    [Fact]
    public void AFunctionTakesManyMessagesExactlyWhenItsFileSaysSo() => Assert.All(FunctionFile.All.Where(file => file.Type == "serviceBusTrigger"), file =>
    {
        var method = Functions().Single(route => route.FunctionName() == file.Name).Metadata.GetRequiredMetadata<MethodInfo>();
        var takes = method.GetParameters().Select(parameter => parameter.ParameterType).ToList();
        Assert.Contains(file.Text("cardinality") == "many" ? typeof(ReceivedMessages) : typeof(ReceivedMessage), takes);
    });

    [Fact]
    public void EveryQueueAndSubscriptionIsReadByOneFunction() =>
        Assert.Equal(Entities.All.Order(), FunctionFile.All.Select(file => file.Entity).OfType<string>().Order());

    [Fact]
    public void TheLocalTopologyHasWhatTheConstantsName()
    {
        var topology = JsonElement.Parse(File.ReadAllBytes(Repository.PathTo("local", "servicebus.json")))
            .GetProperty("UserConfig").GetProperty("Namespaces")[0];
        var queues = topology.GetProperty("Queues").EnumerateArray().Select(Name);
        var subscriptions = topology.GetProperty("Topics").EnumerateArray()
            .SelectMany(topic => topic.GetProperty("Subscriptions").EnumerateArray().Select(subscription => $"{Name(topic)}/Subscriptions/{Name(subscription)}"));

        Assert.Equal(Entities.All.Order(), queues.Concat(subscriptions).Order());
    }

    [Fact]
    public void TheBuildLaysTheFilesOutAsTheHostWantsThem()
    {
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "host.json")));
        Assert.All(FunctionFile.All, file => Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, file.Name, "function.json")), file.Name));
    }

    [Fact]
    public void TheHostStartsThisProgramAndProxiesToIt()
    {
        var handler = Host.GetProperty("customHandler");
        Assert.Equal(typeof(Program).Assembly.GetName().Name, handler.GetProperty("description").GetProperty("defaultExecutablePath").GetString());
        Assert.True(handler.GetProperty("enableProxyingHttpRequest").GetBoolean());
        Assert.Equal("[4.*, 5.0.0)", Host.GetProperty("extensionBundle").GetProperty("version").GetString());
        Assert.Equal("api", Host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());
        Assert.False(Host.TryGetProperty("retry", out _));
    }

    private static string Name(JsonElement entity) => entity.GetProperty("Name").GetString()!;

    private IEnumerable<Microsoft.AspNetCore.Routing.RouteEndpoint> Functions() =>
        shared.App.Routes().Where(route => route.Metadata.GetMetadata<ReadinessProbe>() is null && route.Metadata.GetMetadata<FileOfPage>() is null);
}
