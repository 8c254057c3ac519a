using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;
using Alerting.Readiness;
using Alerting.Testing;
using Alerting.Tests.Delivery;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Alerting.Tests.Readiness;

public sealed class AddressWatchTests
{
    private readonly FakeTimeProvider clock = new(Some.Now);
    private readonly InMemoryAddressWords store = new();
    private readonly AddressWatch watch;

    public AddressWatchTests() => watch = new(store, clock);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ARejectedDeliveryMarksItsAddressAndTheNextAlertStillTriesIt()
    {
        var scene = await DeliveryScene.PlannedAsync(recipients: 2);
        var wrong = scene.Batch.Recipients[1].Address;
        scene.Provider.Answer = message => message.To == wrong ? new(SendKind.Rejected, Code: "21211") : null;

        await scene.DeliverAsync();

        var word = Assert.Single(await scene.Addresses.ReadAsync(Token));
        Assert.Equal(new(wrong, true, "21211", scene.Clock.GetUtcNow(), scene.Declaration.Id), word);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(null, false)]
    public async Task AReportThatTheAddressIsAtFaultMarksItAndAnotherFailureDoesNot(bool? isAtFault, bool marked)
    {
        var failed = new Receipt(default, 0, ReceiptKind.Failed, Some.Now.AddMinutes(1), "SM1", "30005", isAtFault);

        await watch.LearnAsync(Record(Channel.Sms, new Outcome(0, OutcomeKind.Sent, Some.Now), failed), Token);

        Assert.Equal(marked ? 1 : 0, (await store.ReadAsync(Token)).Count);
    }

    [Theory]
    [InlineData(Channel.Sms, false, true)]
    [InlineData(Channel.Sms, true, false)]
    [InlineData(Channel.Email, false, false)]
    public async Task TheMarkGoesWhenATextArrivesOrAMailIsTaken(Channel channel, bool arrives, bool stays)
    {
        var rejected = Record(channel, new(0, OutcomeKind.Rejected, Some.Now, Code: "21211"));
        await watch.LearnAsync(rejected, Token);
        var later = Some.Now.AddDays(1);
        var sent = Record(channel, new(0, OutcomeKind.Sent, later), arrives ? new Receipt(default, 0, ReceiptKind.Delivered, later, "SM1") : null) with { Plan = rejected.Plan };

        await watch.LearnAsync(sent, Token);
        // The old alert's late report does not bring the mark back.
        await watch.LearnAsync(rejected, Token);

        Assert.Equal(stays, Assert.Single(await store.ReadAsync(Token)).IsRejected);
    }

    [Fact]
    public async Task WhatIsKnownIsNotWrittenAgainAndWhatWorksIsNotWrittenAtAll()
    {
        var rejected = Record(Channel.Sms, new Outcome(0, OutcomeKind.Rejected, Some.Now, Code: "21211"));
        for (var fold = 0; fold < 5; fold++)
            await watch.LearnAsync(rejected, Token);
        await watch.LearnAsync(Record(Channel.Email, new Outcome(0, OutcomeKind.Sent, Some.Now)), Token);

        Assert.Equal(1, store.Writes);
    }

    private static BatchRecord Record(Channel channel, Outcome outcome, Receipt? receipt = null)
    {
        var batch = Some.Batch(1, channel: channel);
        return new(batch, [], [new(batch.Id, 1, 0, [outcome])], receipt is null ? [] : [receipt with { Batch = batch.Id }], []);
    }
}
