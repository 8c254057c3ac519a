using System.Text.Json.Nodes;
using Alerting.Local.Stack;
using Alerting.Testing;

namespace Alerting.Local.Tests.Stack;

public sealed class AppSettingsTests
{
    private static readonly Port[] Defaults =
    [
        new("azurite", 10002, ""), new("servicebus", 5672, ""), new("signalr", 8888, ""), new("twilio", 8889, ""),
        new("smtp", 1025, ""), new("signin", 8890, ""), new("functions", 7071, ""),
    ];

    [Fact]
    public void TheSampleIsWhatTheStackWritesOnItsUsualPorts()
    {
        var sample = JsonNode.Parse(File.ReadAllText(Repository.PathTo("local.settings.sample.json")))!["Values"]!.AsObject();

        Assert.All(AppSettings.Addresses(PlanAt(Defaults)), setting => Assert.Equal(setting.Value, (string?)sample[setting.Key]));
    }

    [Fact]
    public void OtherPortsReachEverySettingThatHasAnAddress()
    {
        var moved = AppSettings.Addresses(PlanAt([.. Defaults.Select(port => port with { Number = port.Number + 20_000 })]));

        Assert.All(moved.Values, value => Assert.DoesNotMatch(@":(10002|5672|888[89]|1025|8890|7071)\b", value));
        Assert.Contains(":30002/", moved["Tables__ConnectionString"]);
        Assert.Contains(":25672;", moved["ServiceBus"]);
        Assert.Equal("21025", moved["Smtp__Port"]);
        Assert.Equal("http://127.0.0.1:27071", moved["Public__BaseUrl"]);
    }

    [Fact]
    public void WhatTheSampleHasBesideAddressesIsKept()
    {
        using var folder = new TemporaryFolder();
        var plan = new Plan(new StackOptions { Ports = Defaults }, Repository.Root, folder.Path);

        AppSettings.Write(plan);

        var written = JsonNode.Parse(File.ReadAllText(plan.Settings))!["Values"]!.AsObject();
        var sample = JsonNode.Parse(File.ReadAllText(Repository.PathTo("local.settings.sample.json")))!["Values"]!.AsObject();
        Assert.Equal(sample.Select(setting => setting.Key), written.Select(setting => setting.Key));
        Assert.Equal("custom", (string?)written["FUNCTIONS_WORKER_RUNTIME"]);
    }

    private static Plan PlanAt(Port[] ports) => new(new StackOptions { Ports = ports }, Repository.Root, "unused");
}
