using Alerting.Declarations;
using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Following;
using Alerting.Delivery.Receipts;
using Alerting.Testing;

namespace Alerting.Tests.Delivery.Following;

/// <summary>To whom a correction or withdrawal goes, and when.</summary>
public sealed class SequelTests
{
    private static readonly SendOutcome NoAnswer = new(SendKind.Unknown, Code: "timeout");

    [Fact]
    public async Task AWithdrawalGoesToExactlyThoseWhoWereSentTheOriginal()
    {
        var original = await DeliveryScene.PlannedAsync();
        var third = original.Batch.Recipients[3].Address;
        original.Provider.Answer = message => message.To == third ? new(SendKind.Rejected, Code: "21211") : null;
        await original.DeliverAsync();
        var scene = await SequelScene.AnnulledAsync(original, DeclarationKind.Withdraw);

        await scene.DeliverAsync();

        Assert.Equal(scene.ToldOriginal.Order(), scene.ToldSequel.Order());
        Assert.Equal(9, scene.ToldSequel.Count());
        Assert.Equal(DeliveryState.Superseded, (await scene.StateAsync()).Deliveries[3]);
        Assert.All(original.Provider.Taken.Skip(9), message => Assert.StartsWith("INGETROKKEN ", message.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(DeclarationKind.Withdraw)]
    [InlineData(DeclarationKind.Correct)]
    public async Task NothingIsSentWhileTheOriginalIsOpenAndTheBatchComesBack(DeclarationKind kind)
    {
        var original = await DeliveryScene.PlannedAsync();
        var scene = await SequelScene.AnnulledAsync(original, kind);

        await scene.DeliverAsync();

        Assert.Empty(original.Provider.Tried);
        Assert.All((await scene.StateAsync()).Deliveries, state => Assert.Equal(DeliveryState.Planned, state));
        Assert.Contains(original.Bus.Sent(Alerting.Bus.Entities.Sms), message => BatchMessage.TryRead(message.Body.Span, out var id) && id == scene.Batch.Id && message.NotBefore > original.Clock.GetUtcNow());
    }

    [Fact]
    public async Task AnOriginalThatWasCutOffIsNotTakenBackFromThoseWhoNeverHeardIt()
    {
        var original = await DeliveryScene.PlannedAsync();
        var scene = await SequelScene.AnnulledAsync(original, DeclarationKind.Withdraw);
        await original.DeliverAsync();

        await scene.DeliverAsync();

        Assert.Empty(original.Provider.Tried);
        Assert.Equal((10, 0), ((await scene.StateAsync()).Progress().Superseded, (await scene.StateAsync()).Progress().Open));
    }

    [Fact]
    public async Task WhoNeverHeardTheOriginalIsToldWhatIsRightPlainlyAndTheOthersThatItWasWrong()
    {
        var original = await DeliveryScene.PlannedAsync(options: new() { SmsChunk = 4, SmsConcurrency = 1 });
        SequelScene? scene = null;
        original.Provider.Answer = _ =>
        {
            if (original.Provider.Tried.Count == 3)
                scene = SequelScene.AnnulledAsync(original, DeclarationKind.Correct).GetAwaiter().GetResult();
            return null;
        };
        await original.DeliverAsync();

        await scene!.DeliverAsync();

        var told = original.Provider.Taken.Where(message => message.Batch == scene.Batch.Id).ToList();
        Assert.Equal(10, told.DistinctBy(message => message.To).Count());
        Assert.All(told, message => Assert.StartsWith(scene.ToldOriginal.Contains(message.To.Value) ? "CORRECTIE NCTV: " : "NCTV: ", message.Text, StringComparison.Ordinal));
        Assert.Equal(4, told.Count(message => message.Text.StartsWith("CORRECTIE", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task ANumberThatCannotBeReachedIsNotTriedAgainByACorrection()
    {
        var original = await DeliveryScene.PlannedAsync(1);
        original.Provider.Answer = _ => new(SendKind.Rejected, Code: "21211");
        await original.DeliverAsync();
        original.Provider.Answer = _ => null;
        var scene = await SequelScene.AnnulledAsync(original, DeclarationKind.Correct);

        await scene.DeliverAsync();

        Assert.Single(original.Provider.Tried);
        Assert.Equal(DeliveryState.Failed, Assert.Single((await scene.StateAsync()).Deliveries));
    }

    [Fact]
    public async Task WhatIsInDoubtIsWaitedForAndThenTakenBack()
    {
        var original = await DeliveryScene.PlannedAsync();
        (original.Provider.TakesUnknown, original.Provider.Answer) = (true, _ => NoAnswer);
        await original.DeliverAsync();
        (original.Provider.CannotBeAsked, original.Provider.Answer) = (true, _ => null);
        var scene = await SequelScene.AnnulledAsync(original, DeclarationKind.Withdraw);
        await original.DeliverAsync();
        await scene.DeliverAsync();
        Assert.Empty(scene.ToldSequel);

        original.Provider.CannotBeAsked = false;
        await original.DeliverAsync();
        await scene.DeliverAsync();

        Assert.Equal(10, scene.ToldSequel.Count());
    }

    [Fact]
    public async Task WhatWasNeverKnownCountsAsSent()
    {
        var original = await DeliveryScene.PlannedAsync(1);
        (original.Provider.TakesUnknown, original.Provider.CannotBeAsked, original.Provider.Answer) = (true, true, _ => NoAnswer);
        await original.DeliverAsync();
        original.Clock.Advance(original.Options.UsefulLife);
        await original.DeliverAsync();
        original.Provider.Answer = _ => null;
        var scene = await SequelScene.AnnulledAsync(original, DeclarationKind.Withdraw);

        await scene.DeliverAsync();

        Assert.Single(scene.ToldSequel);
    }

    [Fact]
    public async Task ALateReceiptChangesNothingBackward()
    {
        var original = await DeliveryScene.PlannedAsync(2);
        await original.DeliverAsync();
        var scene = await SequelScene.AnnulledAsync(original, DeclarationKind.Withdraw);
        await new ReceiptBook(original.Store, original.Book).RecordAsync([new(original.Batch.Id, 0, ReceiptKind.Failed, original.Clock.GetUtcNow(), "SM0", "30005")], DeliveryScene.Token);
        await scene.DeliverAsync();
        await new ReceiptBook(original.Store, original.Book).RecordAsync([new(original.Batch.Id, 1, ReceiptKind.Failed, original.Clock.GetUtcNow(), "SM1", "30005")], DeliveryScene.Token);

        await scene.DeliverAsync();

        Assert.Equal(2, scene.ToldSequel.Count());
    }

    [Fact]
    public async Task AnEmailInDoubtWhoseAlertIsWithdrawnCountsAsSent()
    {
        var options = new DeliveryOptions { EmailChunk = 2 };
        var original = new DeliveryScene(1, options);
        await original.AddAsync(original.Declaration);
        var batch = Some.Batch(2, original.Declaration.Id, Channel.Email) with { PlannedAt = original.Clock.GetUtcNow() };
        await original.Store.TryPlanAsync(batch, DeliveryScene.Token);
        await original.Store.TryClaimAsync(new(batch.Id, 1, original.Clock.GetUtcNow(), original.Clock.GetUtcNow() + options.ClaimLease), DeliveryScene.Token);
        original.PassClaim();
        await SequelScene.AnnulledAsync(original, DeclarationKind.Withdraw);

        var mail = new RecordingEmailProvider();
        await EmailAsync(original, mail, batch.Id);

        var state = BatchState.Of((await original.Store.ReadAsync(batch.Id, DeliveryScene.Token))!);
        Assert.Empty(mail.Tried);
        Assert.All([0, 1], index => Assert.Equal(Fate.Told, state.FateOf(index)));
    }

    [Fact]
    public async Task AnEmailThatTakesBackAnotherAnswersToIt()
    {
        var original = new DeliveryScene(1);
        await original.AddAsync(original.Declaration);
        var batch = Some.Batch(1, original.Declaration.Id, Channel.Email);
        await original.Store.TryPlanAsync(batch, DeliveryScene.Token);
        var mail = new RecordingEmailProvider();
        await EmailAsync(original, mail, batch.Id);
        var withdrawal = (await SequelScene.AnnulledAsync(original, DeclarationKind.Withdraw)).Declaration;
        var following = batch with { Id = batch.Id.For(withdrawal.Id), Recipients = [batch.Recipients[0] with { Former = [new(batch.Id, 0)] }] };
        await original.Store.TryPlanAsync(following, DeliveryScene.Token);

        await EmailAsync(original, mail, following.Id);

        Assert.Equal(2, mail.Tried.Count);
        Assert.Null(mail.Tried[0].InReplyTo);
        Assert.Equal(mail.Tried[0].MessageId, mail.Tried[1].InReplyTo);
        Assert.NotEqual(mail.Tried[0].MessageId, mail.Tried[1].MessageId);
    }

    private static Task EmailAsync(DeliveryScene scene, RecordingEmailProvider provider, BatchId batch) =>
        new BatchDelivery(
            new EmailChannel(provider, new CodeOnlyTexts(), scene.Options, scene.Clock),
            scene.Store,
            scene.Book,
            new DeclarationWatch(scene.Declarations, scene.Clock),
            scene.Bus,
            new BatchPace(scene.Options, scene.Clock)).DeliverAsync(batch, DeliveryScene.Token);
}
