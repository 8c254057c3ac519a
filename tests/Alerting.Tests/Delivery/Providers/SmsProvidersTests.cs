using Alerting.Delivery.Channels;
using Alerting.Delivery.Providers;
using Alerting.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Alerting.Tests.Delivery.Providers;

public sealed class SmsProvidersTests
{
    private static readonly ProviderOptions Options = new();
    private readonly FakeTimeProvider clock = new(Some.Now);
    private readonly InMemoryShifts shifts = new();
    private readonly RecordingSmsProvider one;
    private readonly RecordingSmsProvider two;

    public SmsProvidersTests() => (one, two) = (new(clock), new(clock, "two"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AProviderThatFailsInARowIsLeftAloneUntilOneTryFindsItWell()
    {
        var providers = Create();
        one.Answer = _ => new(SendKind.Unknown, Code: "timeout");
        await SendAsync(providers, Options.LeastFailures);

        await SendAsync(providers, 20);
        Assert.Equal((Options.LeastFailures, 20), (one.Tried.Count, two.Tried.Count));

        clock.Advance(Options.FirstRest);
        await SendAsync(providers, 20);
        Assert.Equal((Options.LeastFailures + 1, 39), (one.Tried.Count, two.Tried.Count));

        one.Answer = _ => null;
        clock.Advance(2 * Options.FirstRest);
        await SendAsync(providers, 20);
        Assert.Equal(20, one.Taken.Count);
    }

    [Fact]
    public async Task WhileOneIsTriedTheOthersDoNotWaitForIt()
    {
        var providers = Create();
        one.Answer = _ => new(SendKind.TryLater, Code: "connect");
        await SendAsync(providers, Options.LeastFailures);
        clock.Advance(Options.FirstRest);
        one.Answer = message =>
        {
            // A second message while the first is still at it.
            one.Answer = _ => null;
            providers.SendAsync(Some.Sms(), null, Token).GetAwaiter().GetResult();
            return null;
        };

        await SendAsync(providers, 1);

        Assert.Equal((1, 1), (one.Taken.Count, two.Taken.Count));
    }

    [Fact]
    public async Task ANumberThatNobodyCanReachIsNoFaultOfTheProvider()
    {
        var providers = Create();
        one.Answer = _ => new(SendKind.Rejected, Code: "21211");

        await SendAsync(providers, 50);

        Assert.Equal((50, 0), (one.Tried.Count, providers.Stands[0].Health.Failures));
    }

    [Theory]
    [InlineData(SendKind.TryLater)]
    [InlineData(SendKind.Refused)]
    public async Task WhatIsRefusedForAnotherReasonThanTheNumberIsTheProvidersFault(SendKind kind)
    {
        var providers = Create();
        one.Answer = _ => new(kind, Code: "21701");

        await SendAsync(providers, 20);

        Assert.Equal((Options.LeastFailures, Options.LeastFailures), (one.Tried.Count, providers.Stands[0].Health.Failures));
    }

    [Fact]
    public async Task OfAnOnlyProviderARefusalIsTheLastWordAtOnce()
    {
        one.Answer = _ => new(SendKind.Refused, Code: "29999");
        var alone = new SmsProviders([one], shifts, Options, 64, clock, () => 0);

        Assert.Equal(new(SendKind.Refused, Code: "29999", Provider: "one"), await alone.SendAsync(Some.Sms(), null, Token));
    }

    [Fact]
    public async Task WeightIsShiftedAndTheShiftIsRecordedForAllProcesses()
    {
        var providers = Create();
        one.Answer = _ => new(SendKind.TryLater, Code: "20429");
        await SendAsync(providers, Options.LeastFailures);
        await providers.ReviewAsync(Token);

        var shift = Assert.Single(await shifts.ReadLatestAsync(10, Token));
        Assert.Equal(("one", "two", ShiftReason.Failing, Some.Now), (shift.From, shift.To, shift.Reason, shift.At));
        var other = Create();
        await other.ReviewAsync(Token);
        Assert.Equal([40, 60], other.Stands.Select(stand => stand.Weight));
    }

    [Fact]
    public async Task TwoProcessesThatSeeTheSameTroubleMakeOneShift()
    {
        one.Answer = _ => new(SendKind.TryLater, Code: "20429");
        SmsProviders[] processes = [Create(), Create()];
        foreach (var process in processes)
            await SendAsync(process, Options.LeastFailures);

        await Task.WhenAll(processes.Select(process => process.ReviewAsync(Token)));

        Assert.Single(await shifts.ReadLatestAsync(10, Token));
    }

    [Fact]
    public async Task SlowDeliveriesShiftWeightAndOldOnesDoNotCount()
    {
        var providers = Create();
        for (var delivery = 0; delivery < Options.LeastSlow; delivery++)
            providers.Delivered("two", Options.SlowDelivery + TimeSpan.FromSeconds(1));
        Assert.Equal(ShiftReason.Slow, providers.Stands[1].Health.Trouble(Options));

        clock.Advance(Options.Window + TimeSpan.FromSeconds(2));

        Assert.Null(providers.Stands[1].Health.Trouble(Options));
        await providers.ReviewAsync(Token);
        Assert.Empty(await shifts.ReadLatestAsync(10, Token));
    }

    [Fact]
    public async Task BothSlowMeansThatNothingIsShifted()
    {
        var providers = Create();
        for (var delivery = 0; delivery < 100; delivery++)
            providers.Delivered(delivery % 2 == 0 ? "one" : "two", TimeSpan.FromMinutes(10));

        await providers.ReviewAsync(Token);

        Assert.Empty(await shifts.ReadLatestAsync(10, Token));
    }

    [Fact]
    public async Task WhatOneMayHaveIsKnownOnlyWhenAllWhoMayHaveItHaveSaidNo()
    {
        var providers = Create();
        var message = Some.Sms();
        var inquiry = new Inquiry(message.To, "7K3Q", Some.Now.AddMinutes(-1));
        Assert.Equal(SendKind.TryLater, (await providers.FindAsync(inquiry, null, Token)).Kind);

        one.CannotBeAsked = true;
        Assert.Equal((SendKind.Unknown, null), Said(await providers.FindAsync(inquiry, null, Token)));
        Assert.Equal((SendKind.Unknown, "one"), Said(await providers.FindAsync(inquiry, "one", Token)));
        Assert.Equal(SendKind.TryLater, (await providers.FindAsync(inquiry, "two", Token)).Kind);
        Assert.Equal(SendKind.Unknown, (await providers.FindAsync(inquiry, "gone", Token)).Kind);

        await two.SendAsync(message, Token);
        Assert.Equal((SendKind.Sent, "two"), Said(await providers.FindAsync(inquiry, null, Token)));
    }

    private SmsProviders Create() => new([one, two], shifts, Options, 64, clock, () => 0);

    private static (SendKind, string?) Said(SendOutcome answer) => (answer.Kind, answer.Provider);

    private static async Task SendAsync(SmsProviders providers, int count)
    {
        for (var message = 0; message < count; message++)
            await providers.SendAsync(Some.Sms(), null, Token);
    }
}
