using Alerting.Bus;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Providers;
using Alerting.Delivery.Turns;
using Alerting.Paths;
using Alerting.Testing;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Alerting.Tests.Paths;

public sealed class PathProverTests
{
    private static readonly PathOptions Options = new() { SmsNumber = "+31970000001", VoiceNumber = "+31970000002", Mailbox = "canary@body.example" };
    private readonly FakeTimeProvider clock = new(Some.Now);
    private readonly InMemoryBus bus = new();
    private readonly RecordingBoards boards = new();
    private readonly RecordingEmailProvider email = new();
    private readonly RecordingSmsProvider first;
    private readonly RecordingSmsProvider second;
    private readonly RecordingVoiceProvider voice;
    private readonly InMemoryPathBook book = new();

    private readonly SmsProviders providers;
    private readonly BatchPace pace;

    public PathProverTests()
    {
        (first, second, voice) = (new(clock), new(clock, "two") { Bucket = TokenBucket.PerSecond(1, burst: 1) }, new(clock));
        (providers, pace) = (new([first, second], new InMemoryShifts(), new(), 1, clock), new(new(), clock));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ACanaryGoesAlongEveryPathAndThroughEveryProvider()
    {
        await Prover().ProveAsync(Token);

        Assert.Equal("+31970000001", Assert.Single(first.Taken).To.Value);
        Assert.Single(second.Taken);
        Assert.Equal(("+31970000002", false), (Assert.Single(voice.Taken).Call.To.Value, voice.Taken[0].Call.AsksForKey));
        Assert.Equal("canary@body.example", Assert.Single(email.Taken).To.Value);
        Assert.Equal("canary", Assert.Single(boards.GroupPushes).Group);
        Assert.Single(bus.Sent(Entities.Canary));
        Assert.Equal([("tables", PathState.Proven), ("bus", PathState.Unknown), ("boards", PathState.Proven), ("email", PathState.Proven), ("sms.one", PathState.Unknown), ("sms.two", PathState.Unknown), ("voice.one", PathState.Unknown)], await StatesAsync());
    }

    [Fact]
    public async Task ATextIsProvenByTheReportOfItsOwnProvidersCanary()
    {
        await Prover().ProveAsync(Token);
        var sent = Assert.Single(second.Taken);
        clock.Advance(TimeSpan.FromSeconds(4));

        await Prover().SettleAsync(Canary.ReferenceOf(sent.Batch, sent.Index), null, Token);

        Assert.Equal((PathState.Unknown, PathState.Proven), (await StateAsync("sms.one"), await StateAsync("sms.two")));
        var proof = Assert.Single(await book.ReadAsync(Token), record => record.Path == "sms.two").Settled!;
        Assert.Equal(TimeSpan.FromSeconds(4), proof.ConfirmedAt - proof.SentAt);
    }

    [Fact]
    public async Task ACanaryWaitsUntilItsProviderMayHaveAnotherMessage()
    {
        providers.Draw("two");
        await Prover().ProveAsync(Token);
        Assert.Equal((1, 0), (first.Taken.Count, second.Taken.Count));
        clock.Advance(TimeSpan.FromSeconds(1));

        await Prover().ProveAsync(Token);

        Assert.Equal((1, 1), (first.Taken.Count, second.Taken.Count));
        Assert.False(providers.HasToken("two"));
    }

    [Fact]
    public async Task ACanaryWaitsUntilItsNumberMayHaveAnotherMessage()
    {
        for (var message = 0; message < new DeliveryOptions().NumberMessagesPerMinute; message++)
            Assert.True(pace.Numbers.TryDraw(new(Options.SmsNumber), isFirst: true));

        await Prover().ProveAsync(Token);

        Assert.Empty(first.Taken);
        Assert.Equal(PathState.Unknown, await StateAsync("sms.one"));
    }

    [Fact]
    public async Task ACallIsProvenByTheReportThatItWasAnsweredAndGoesAtAnIntervalOfItsOwn()
    {
        await Prover().ProveAsync(Token);
        var call = Assert.Single(voice.Taken).Call;
        await Prover().SettleAsync(Canary.ReferenceOf(call.Batch, call.Index), null, Token);
        Assert.Equal(PathState.Proven, await StateAsync("voice.one"));

        clock.Advance(Options.SmsInterval);
        await Prover().ProveAsync(Token);
        Assert.Equal((2, 1), (first.Taken.Count, voice.Taken.Count));

        clock.Advance(Options.VoiceInterval - Options.SmsInterval);
        await Prover().ProveAsync(Token);
        Assert.Equal(2, voice.Taken.Count);
        await Prover().SettleAsync(Canary.ReferenceOf(voice.Taken[1].Call.Batch, voice.Taken[1].Call.Index), "busy", Token);
        Assert.Equal(PathState.Failing, await StateAsync("voice.one"));
    }

    [Fact]
    public async Task WhatNobodyConfirmsInTimeFails()
    {
        await Prover().ProveAsync(Token);
        clock.Advance(Options.Patience);
        Assert.Equal(PathState.Unknown, await StateAsync("bus"));

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(PathState.Failing, await StateAsync("bus"));
        // A word that comes too late is no word on the canary that goes next.
        var late = Assert.Single(bus.Sent(Entities.Canary)).MessageId;
        clock.Advance(Options.Interval);
        await Prover().ProveAsync(Token);
        await Prover().SettleAsync(late, null, Token);
        Assert.Equal(PathState.Failing, await StateAsync("bus"));
    }

    [Fact]
    public async Task AnOldWordIsNoWord()
    {
        await Prover().ProveAsync(Token);
        clock.Advance(Options.Interval * PathRules.IntervalsTillUnknown);
        Assert.Equal(PathState.Proven, await StateAsync("boards"));

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(PathState.Unknown, await StateAsync("boards"));
        Assert.Equal(Some.Now, Assert.Single(await book.ReadAsync(Token), record => record.Path == "boards").ProvenAt);
    }

    [Fact]
    public async Task WhatTheOutsideRefusesFailsWithItsCodeAndHealsWithTheNextCanary()
    {
        (boards.Down, first.Answer) = (true, _ => new(SendKind.Rejected, Code: "21606"));
        bus.GoDown();
        await Prover().ProveAsync(Token);

        var records = (await book.ReadAsync(Token)).ToDictionary(record => record.Path, record => record.Settled?.Problem);
        Assert.Equal(("no-answer", "21606", "not-taken"), (records["boards"], records["sms.one"], records["bus"]));
        Assert.Equal(PathState.Failing, await StateAsync("sms.one"));

        boards.Down = false;
        clock.Advance(Options.Interval);
        await Prover().ProveAsync(Token);
        Assert.Equal(PathState.Proven, await StateAsync("boards"));
    }

    [Fact]
    public async Task WithoutANumberOrMailboxNothingGoesThereAndNothingIsSaidToBeGood()
    {
        var prover = Prover(new());
        await prover.ProveAsync(Token);

        Assert.Empty(first.Tried);
        Assert.Empty(voice.Taken);
        Assert.Empty(email.Taken);
        Assert.All(await prover.ReadAsync(Token), standing => Assert.True(standing.Path.IsSetUp || standing.State == PathState.Unknown));
    }

    [Fact]
    public async Task ACanaryGoesOnceAnIntervalHoweverOftenItIsAsked()
    {
        for (var minute = 0; minute < 60; minute++)
        {
            await Task.WhenAll(Prover().ProveAsync(Token), Prover().ProveAsync(Token));
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Single(first.Taken);
        Assert.Single(voice.Taken);
        Assert.Equal(12, email.Taken.Count);
    }

    [Theory]
    [InlineData(Channel.Sms)]
    [InlineData(Channel.Voice)]
    public void ACanaryReadsLikeNoAlertAndIsNamedLikeNone(Channel channel)
    {
        var canary = Canary.Of(channel, 1, Some.Now);

        Assert.StartsWith("TEST", Canary.Text, StringComparison.Ordinal);
        Assert.StartsWith("TEST", Canary.Subject, StringComparison.Ordinal);
        Assert.StartsWith("Test.", Canary.Spoken, StringComparison.Ordinal);
        Assert.InRange(Canary.Text.Length, 1, 160);
        Assert.True(BatchId.TryParse(canary.Batch.Value, out var batch));
        Assert.Equal((channel, true), (batch.Channel, Canary.Is(batch)));
        Assert.False(Canary.Is(Some.Batch().Id));
        Assert.NotEqual(canary.Reference, Canary.Of(channel, 1, Some.Now.AddMinutes(1)).Reference);
    }

    private PathProver Prover(PathOptions? options = null) =>
        PathProver.Of((bus, boards, email), ([first, second], [voice], new(providers, pace)), (book, options ?? Options), clock);

    private async Task<IEnumerable<(string, PathState)>> StatesAsync() =>
        (await Prover().ReadAsync(Token)).Select(standing => (standing.Path.Name, standing.State));

    private async Task<PathState> StateAsync(string path) => (await Prover().ReadAsync(Token)).Single(standing => standing.Path.Name == path).State;
}
