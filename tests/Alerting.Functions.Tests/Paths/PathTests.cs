using System.Text;
using System.Text.Json;
using Alerting.Adapters.Twilio;
using Alerting.Bus;
using Alerting.Delivery.Receipts;
using Alerting.Functions.Tests.Webhooks;
using Alerting.Paths;
using Alerting.Testing;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Alerting.Functions.Tests.Paths;

public sealed class PathTests : IAsyncDisposable
{
    private readonly AlertingApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task BeforeTheFirstCanaryNothingIsGood()
    {
        var paths = await ListAsync();

        Assert.Equal(["tables", "bus", "boards", "email", "sms.one", "voice.one"], paths.Keys);
        Assert.All(paths.Values, path => Assert.Equal("unknown", path.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task TheBrokerIsProvenWhenAFunctionHasReadTheCanary()
    {
        await (await app.PostTriggerAsync("ProvePaths", HostEnvelopes.Timer)).JsonAsync();
        var canary = Assert.Single(app.Bus.Sent(Entities.Canary));
        Assert.Equal("unknown", State(await ListAsync(), "bus"));
        app.Clock.Advance(TimeSpan.FromSeconds(2));

        await (await app.PostTriggerAsync("TakeInCanary", HostEnvelopes.Of(canary))).JsonAsync();

        var bus = (await ListAsync())["bus"];
        Assert.Equal(("proven", 2000), (bus.GetProperty("state").GetString(), bus.GetProperty("latencyMs").GetDouble()));
    }

    [Theory]
    [InlineData("Delivered", "proven")]
    [InlineData("Failed", "failing")]
    public async Task AReportOnACanarySettlesItsPathAndIsNoReceiptOfADelivery(string kind, string state)
    {
        await using var with = app.WithWebHostBuilder(host => host.UseSetting("Paths:SmsNumber", "+31970000001"));
        await PostAsync(with, "ProvePaths", HostEnvelopes.Timer);
        var sent = Assert.Single(app.Sms.Taken);

        var receipt = ReceiptMessage.For([new(sent.Batch, sent.Index, Enum.Parse<ReceiptKind>(kind), app.Clock.GetUtcNow(), "SM1")]);
        await PostAsync(with, "RecordReceipts", HostEnvelopes.OfMany(receipt));

        var settled = Assert.Single(await app.Paths.ReadAsync(Token), record => record.Path == "sms.one");
        Assert.Equal(state, settled.Settled!.ConfirmedAt is null ? "failing" : "proven");
        Assert.Null(settled.Pending);
    }

    [Theory]
    [InlineData("completed", "proven")]
    [InlineData("no-answer", "failing")]
    public async Task TheEndOfACanaryCallSettlesItsPath(string status, string state)
    {
        await using var with = app.WithWebHostBuilder(host => host.UseSetting("Paths:VoiceNumber", "+31970000002"));
        await PostAsync(with, "ProvePaths", HostEnvelopes.Timer);
        var call = Assert.Single(app.Voice.Taken).Call;

        var (path, form) = (CallCallback.Status(call.Batch, call.Index), new Dictionary<string, string> { ["CallSid"] = "CA1", ["CallStatus"] = status });
        using var report = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form), Headers = { { TwilioSignature.Header, Signed.For(path, form) } } };
        (await with.CreateClient().SendAsync(report, Token)).EnsureSuccessStatusCode();
        await PostAsync(with, "RecordReceipts", HostEnvelopes.OfMany([.. app.Bus.Sent(Entities.Receipts)]));

        var settled = Assert.Single(await app.Paths.ReadAsync(Token), record => record.Path == "voice.one");
        Assert.Equal((state, null), (settled.Settled!.ConfirmedAt is null ? "failing" : "proven", settled.Pending));
    }

    [Fact]
    public async Task WhatIsNoCanaryProvesNothing()
    {
        await (await app.PostTriggerAsync("ProvePaths", HostEnvelopes.Timer)).JsonAsync();

        await (await app.PostTriggerAsync("TakeInCanary", HostEnvelopes.Of(new("m", Encoding.UTF8.GetBytes("anything"))))).JsonAsync();

        Assert.Equal("unknown", State(await ListAsync(), "bus"));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static string? State(Dictionary<string, JsonElement> paths, string name) => paths[name].GetProperty("state").GetString();

    private static async Task PostAsync(WebApplicationFactory<Program> app, string function, string envelope)
    {
        using var content = new StringContent(envelope, Encoding.UTF8, "application/json");
        await (await app.CreateClient().PostAsync($"/{function}", content, Token)).JsonAsync();
    }

    private async Task<Dictionary<string, JsonElement>> ListAsync()
    {
        var list = await (await app.CreateClient(Roles.Auditor).GetAsync("/api/paths", Token)).JsonAsync();
        return list.GetProperty("paths").EnumerateArray().ToDictionary(path => path.GetProperty("name").GetString()!);
    }
}
