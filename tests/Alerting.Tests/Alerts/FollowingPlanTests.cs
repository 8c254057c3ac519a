using Alerting.Alerts;
using Alerting.Bus;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Directory;
using Alerting.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Alerting.Tests.Alerts;

/// <summary>Who is in the plan of a correction or withdrawal.</summary>
public sealed class FollowingPlanTests
{
    private readonly FakeTimeProvider clock = new(Some.Now + AlertPlanner.Settling);
    private readonly InMemoryDirectory directory = new();
    private readonly InMemoryDeclarationStore declarations = new();
    private readonly InMemoryDeliveryStore store = new();
    private readonly InMemoryBus bus = new();
    private readonly Declaration original = Some.Approved() with { Until = null };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ItsBatchesAreThoseOfTheOriginalOneToOne()
    {
        await directory.PutAsync([.. Enumerable.Range(0, 230).Select(_ => Some.Body())], Token);
        await AddAsync(original);
        await PlanAsync(original);
        await directory.PutAsync([Some.Body()], Token);

        var withdrawal = await AnnulAsync(original, DeclarationKind.Withdraw, 2);

        var (followed, plans) = (await PlansAsync(original), await PlansAsync(withdrawal));
        Assert.Equal(followed.Select(batch => batch.Id.For(withdrawal.Id)), plans.Select(batch => batch.Id));
        foreach (var (theirs, ours) in followed.Zip(plans))
        {
            Assert.Equal(theirs.Recipients, ours.Recipients.Select(recipient => recipient with { Former = null }));
            Assert.Equal(theirs.Recipients.Select((_, index) => new DeliveryName(theirs.Id, index)), ours.Recipients.Select(recipient => Assert.Single(recipient.Former!)));
        }

        var plan = await store.FindAlertPlanAsync(withdrawal.Id, Token);
        Assert.Equal((6, 230, 230), (plan!.Batches, plan.Sms, plan.Email));
        Assert.Equal(6, bus.Sent(Entities.Sms).Count);
    }

    [Fact]
    public async Task AnUnfinishedPlanOfTheOriginalIsFinishedFirst()
    {
        await directory.PutAsync([.. Enumerable.Range(0, 230).Select(_ => Some.Body())], Token);
        await AddAsync(original);
        var crashing = new CrashingDeliveryStore(store);
        crashing.CrashAt(3);
        await Assert.ThrowsAsync<WorkerKilledException>(() => PlanAsync(original, crashing));

        var withdrawal = await AnnulAsync(original, DeclarationKind.Withdraw, 2);

        Assert.Equal(460, (await PlansAsync(withdrawal)).Sum(batch => batch.Recipients.Count));
        Assert.NotNull(await store.FindAlertPlanAsync(original.Id, Token));
    }

    [Fact]
    public async Task ItIsTheSamePlanHoweverOftenThePlannerIsKilled()
    {
        await directory.PutAsync([.. Enumerable.Range(0, 230).Select(_ => Some.Body())], Token);
        await AddAsync(original);
        await PlanAsync(original);
        for (var half = 0; half < 16; half++)
        {
            var withdrawal = Following(original, DeclarationKind.Withdraw, 2);
            var crashing = new CrashingDeliveryStore(store);
            crashing.CrashAt(half);
            await AddAsync(withdrawal);
            await Assert.ThrowsAsync<WorkerKilledException>(() => PlanAsync(withdrawal, crashing));

            await PlanAsync(withdrawal);

            Assert.Equal(460, (await PlansAsync(withdrawal)).Sum(batch => batch.Recipients.Count));
        }
    }

    [Fact]
    public async Task ItIsNotPlannedBeforeEveryWorkerKnows()
    {
        clock.SetUtcNow(Some.Now.AddMinutes(1));
        await AddAsync(original);
        await PlanAsync(original);
        var withdrawal = Following(original, DeclarationKind.Withdraw, 2) with { Decision = new("approver-1", clock.GetUtcNow(), null) };
        await AddAsync(withdrawal);
        var planning = PlanAsync(withdrawal);
        Assert.False(planning.IsCompleted);

        clock.Advance(AlertPlanner.Settling);

        await planning;
    }

    [Fact]
    public async Task ACorrectionOfACorrectionFollowsBoth()
    {
        await directory.PutAsync([Some.Body()], Token);
        await AddAsync(original);
        await PlanAsync(original);
        var first = await AnnulAsync(original, DeclarationKind.Correct, 2);

        var second = await AnnulAsync(first, DeclarationKind.Correct, 3);

        Assert.Equal([first.Id, original.Id], await FormerAsync(second));
    }

    [Fact]
    public async Task TheWithdrawalOfAnExtensionFindsWhoHeardOnlyWhatWasExtended()
    {
        var (gone, stays) = (Some.Body(), Some.Body());
        await directory.PutAsync([gone, stays], Token);
        await AddAsync(original);
        await PlanAsync(original);
        await directory.DeleteAsync(gone.Id, Token);
        var extension = Following(original, DeclarationKind.Extend, 2);
        await AddAsync(extension);
        await PlanAsync(extension);

        var withdrawal = await AnnulAsync(extension, DeclarationKind.Withdraw, 3);

        var sms = (await PlansAsync(withdrawal)).Where(batch => batch.Id.Channel == Channel.Sms).SelectMany(batch => batch.Recipients).ToList();
        Assert.Equal([extension.Id, original.Id], sms.Single(recipient => recipient.BodyId == stays.Id).Former!.Select(former => former.Batch.Alert));
        Assert.Equal([original.Id], sms.Single(recipient => recipient.BodyId == gone.Id).Former!.Select(former => former.Batch.Alert));
    }

    [Fact]
    public async Task TheCorrectionOfAnExtensionFollowsTheExtensionAlone()
    {
        await directory.PutAsync([Some.Body()], Token);
        await AddAsync(original);
        await PlanAsync(original);
        var extension = Following(original, DeclarationKind.Extend, 2);
        await AddAsync(extension);
        await PlanAsync(extension);

        var correction = await AnnulAsync(extension, DeclarationKind.Correct, 3);

        Assert.Equal([extension.Id], await FormerAsync(correction));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(25, 1)]
    public async Task WhatHadADayToReachEverybodyIsNotFollowedFurther(int hours, int followed)
    {
        await directory.PutAsync([Some.Body()], Token);
        await AddAsync(original);
        await PlanAsync(original);
        var replacement = Some.Approved(2) with { Until = null };
        await AddAsync(replacement);
        await PlanAsync(replacement);
        clock.Advance(TimeSpan.FromHours(hours));

        var withdrawal = await AnnulAsync(replacement, DeclarationKind.Withdraw, 3, TimeSpan.FromHours(hours));

        Assert.Equal(followed, (await FormerAsync(withdrawal)).Count);
    }

    private static Declaration Following(Declaration followed, DeclarationKind kind, long sequence, TimeSpan after = default) => Some.Approved(sequence) with
    {
        Kind = kind,
        Until = null,
        Decision = new("approver-1", Some.Now + after, null),
        Original = OriginalStatement.Of(followed),
    };

    private async Task<Declaration> AnnulAsync(Declaration followed, DeclarationKind kind, long sequence, TimeSpan after = default)
    {
        var annulment = Following(followed, kind, sequence, after);
        await AddAsync(annulment);
        await PlanAsync(annulment);
        return annulment;
    }

    private async Task AddAsync(Declaration declaration)
    {
        var head = await declarations.ReadHeadAsync(Token);
        Assert.True(await declarations.TryCommitAsync(head, Some.Commit(head, declaration), Token));
    }

    private Task PlanAsync(Declaration declaration, IDeliveryStore? other = null) =>
        new AlertPlanner(directory, declarations, other ?? store, bus, clock).PlanAsync(declaration, Token);

    private ValueTask<List<DeliveryBatch>> PlansAsync(Declaration declaration) => store.ReadPlansAsync(declaration.Id, Token).ToListAsync(Token);

    private async Task<List<DeclarationId>> FormerAsync(Declaration declaration) =>
        [.. (await PlansAsync(declaration)).First(batch => batch.Id.Channel == Channel.Sms).Recipients[0].Former!.Select(former => former.Batch.Alert)];
}
