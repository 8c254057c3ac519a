using System.Text.Json;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Providers;
using Alerting.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Alerting.Functions.Tests.Alerts;

/// <summary>What staff see of the providers of text messages.</summary>
public sealed class ProviderTests : IAsyncDisposable
{
    private readonly AlertingApp app = new();
    private readonly RecordingSmsProvider second;
    private readonly WebApplicationFactory<Program> shared;

    public ProviderTests()
    {
        second = new(app.Clock, "two") { Weight = 30 };
        shared = app.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddSingleton<ISmsProvider>(second)));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhoWasNotUsedLatelyIsUnknownAndNotWell()
    {
        var seen = await SeenAsync();

        Assert.Equal(["one", "two"], Providers(seen).Select(provider => provider.GetProperty("name").GetString()));
        Assert.Equal([(50, 50), (30, 30)], Weights(seen));
        Assert.Equal(["unknown", "unknown"], States(seen));
        Assert.Empty(seen.GetProperty("shifts").EnumerateArray());
    }

    [Fact]
    public async Task WhatBecameOfMessagesIsCountedByProvider()
    {
        app.Sms.Answer = message => app.Sms.Tried.Count % 10 == 9 ? new(SendKind.TryLater, Code: "20429") : null;
        await SendAsync(60);

        var seen = await SeenAsync();

        Assert.Equal(["well", "well"], States(seen));
        Assert.Equal(60, Providers(seen).Sum(provider => Int(provider, "answers")));
        Assert.Equal((app.Sms.Tried.Count, app.Sms.Tried.Count / 10), (Int(Providers(seen)[0], "answers"), Int(Providers(seen)[0], "failures")));
        Assert.Equal((second.Tried.Count, 0), (Int(Providers(seen)[1], "answers"), Int(Providers(seen)[1], "failures")));
    }

    [Fact]
    public async Task AProviderThatFailsLosesWeightAndTheShiftSaysWhy()
    {
        app.Sms.Answer = _ => new(SendKind.TryLater, Code: "20429");
        await SendAsync(60);

        var seen = await SeenAsync();

        Assert.Equal(["failing", "well"], States(seen));
        Assert.True(Providers(seen)[0].GetProperty("isResting").GetBoolean());
        Assert.Equal([(40, 50), (40, 30)], Weights(seen));
        var shift = Assert.Single(seen.GetProperty("shifts").EnumerateArray());
        Assert.Equal((1, "one", "two", 10, "failing"), (Int(shift, "number"), Text(shift, "from"), Text(shift, "to"), Int(shift, "points"), Text(shift, "reason")));
        Assert.Equal((40, 40), (Int(shift.GetProperty("weights"), "one"), Int(shift.GetProperty("weights"), "two")));
        Assert.Equal(app.Clock.GetUtcNow(), shift.GetProperty("at").GetDateTimeOffset());
    }

    [Fact]
    public async Task ShiftsAreListedNewestFirst()
    {
        app.Sms.Answer = _ => new(SendKind.TryLater, Code: "20429");
        await SendAsync(60);
        await SeenAsync();
        app.Clock.Advance(new ProviderOptions().StepPause);

        var shifts = (await SeenAsync()).GetProperty("shifts").EnumerateArray().Select(shift => Int(shift, "number"));

        Assert.Equal([2, 1], shifts);
    }

    public async ValueTask DisposeAsync()
    {
        await shared.DisposeAsync();
        await app.DisposeAsync();
    }

    private async Task SendAsync(int messages)
    {
        var providers = shared.Services.GetRequiredService<SmsProviders>();
        for (var message = 0; message < messages; message++)
            await providers.SendAsync(Some.Sms(), null, Token);
    }

    private async Task<JsonElement> SeenAsync()
    {
        var client = shared.CreateClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", TokenIssuer.Good("auditor-1", Roles.Auditor));
        return await (await client.GetAsync("/api/providers", Token)).JsonAsync();
    }

    private static List<JsonElement> Providers(JsonElement seen) => [.. seen.GetProperty("providers").EnumerateArray()];

    private static IEnumerable<string?> States(JsonElement seen) => Providers(seen).Select(provider => Text(provider, "state"));

    private static IEnumerable<(int, int)> Weights(JsonElement seen) =>
        Providers(seen).Select(provider => (Int(provider, "weight"), Int(provider, "weightAtRest")));

    private static int Int(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
