using Alerting.Alerts;
using Alerting.Bus;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Directory;
using Alerting.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Alerting.Tests.Alerts;

public sealed class AlertPlannerTests
{
    private readonly InMemoryDirectory directory = new();
    private readonly InMemoryDeliveryStore store = new();
    private readonly InMemoryBus bus = new();
    private readonly Declaration declaration = Some.Approved();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EveryAddressOfTheAudienceIsPlannedOnce()
    {
        await directory.PutAsync([.. Bodies(230)], Token);

        await PlanAsync();

        var planned = await PlannedAsync();
        Assert.Equal(460, planned.Count);
        Assert.Equal(460, planned.Distinct().Count());
        Assert.Equal((230, 230), await CountsAsync());
    }

    [Fact]
    public async Task EveryBatchIsQueuedForItsChannel()
    {
        await directory.PutAsync([.. Bodies(230)], Token);

        await PlanAsync();

        Assert.Equal(3, bus.Sent(Entities.Sms).Count);
        Assert.Equal(3, bus.Sent(Entities.Email).Count);
    }

    [Fact]
    public async Task TheFirstTierIsQueuedBeforeTheSecond()
    {
        await directory.PutAsync([Some.Body() with { Tier = 2 }, Some.Body() with { Tier = 1 }, Some.Body() with { Tier = 3 }], Token);

        await PlanAsync();

        Assert.Equal(["1", "2", "3"], bus.Sent(Entities.Sms).Select(message => message.MessageId.Split('.')[2]));
    }

    [Fact]
    public async Task AnAddressThatTwoBodiesShareIsToldOnce()
    {
        var contact = Some.Contact();
        await directory.PutAsync([Some.Body() with { Contacts = [contact], Tier = 2 }, Some.Body() with { Contacts = [contact], Tier = 1 }], Token);

        await PlanAsync();

        Assert.Equal((1, 1), await CountsAsync());
    }

    [Fact]
    public async Task APlannerKilledAnywhereIsFinishedByTheNextWithoutPlanningAnybodyTwice()
    {
        await directory.PutAsync([.. Bodies(230)], Token);
        for (var half = 0; half < 24; half++)
        {
            var alert = Some.Approved();
            var crashing = new CrashingDeliveryStore(store);
            crashing.CrashAt(half);
            await Assert.ThrowsAsync<WorkerKilledException>(() => PlanAsync(crashing, alert));
            await directory.PutAsync([Some.Body() with { Id = $"a{half}" }], Token);
            crashing.StopCrashing();

            await PlanAsync(crashing, alert);

            var planned = await PlannedAsync(alert);
            Assert.Equal((230 + half + 1) * 2, planned.Count);
            Assert.Equal(planned.Count, planned.Distinct().Count());
        }
    }

    [Fact]
    public async Task TwoPlannersAtOnceWithDifferentDirectoriesPlanNobodyTwice()
    {
        await directory.PutAsync([.. Bodies(150)], Token);
        var other = new InMemoryDirectory();
        await other.PutAsync((await directory.ReadAsync(Token)).Bodies.Skip(20).Append(Some.Body() with { Id = "aaa" }).ToList(), Token);

        await Task.WhenAll(
            Task.Run(() => PlanAsync(), Token),
            Task.Run(() => new AlertPlanner(other, new InMemoryDeclarationStore(), store, bus, new FakeTimeProvider(Some.Now)).PlanAsync(declaration, Token), Token));

        var planned = await PlannedAsync();
        // The later planner may come to a finished plan, and leaves it.
        Assert.InRange(planned.Count, 260, 302);
        Assert.Equal(planned.Count, planned.Distinct().Count());
    }

    [Fact]
    public async Task ABrokerOutageLeavesNothingUnqueuedAfterTheNextTry()
    {
        await directory.PutAsync([.. Bodies(230)], Token);
        bus.GoDownAfter(2);
        await Assert.ThrowsAsync<BusUnavailableException>(() => PlanAsync());
        bus.ComeUp();

        await PlanAsync();

        Assert.Equal(3, bus.Sent(Entities.Sms).Count);
        Assert.Equal(3, bus.Sent(Entities.Email).Count);
    }

    [Fact]
    public async Task ABodyThatMovesToAnotherTierBetweenTwoPlannersIsPlannedOnce()
    {
        var moving = Some.Body() with { Tier = 2 };
        await directory.PutAsync([Some.Body() with { Tier = 1 }, moving, Some.Body() with { Tier = 3 }], Token);
        bus.GoDownAfter(4);
        await Assert.ThrowsAsync<BusUnavailableException>(() => PlanAsync());
        bus.ComeUp();
        await directory.PutAsync([moving with { Tier = 1 }], Token);

        await PlanAsync();

        var planned = await PlannedAsync();
        Assert.Equal((6, 6), (planned.Count, planned.Distinct().Count()));
        Assert.Equal((3, 3), await CountsAsync());
    }

    [Fact]
    public async Task ElsewhereGetsEmailAndNoTextMessage()
    {
        await directory.PutAsync([Some.Body() with { Place = "GM0014" }], Token);

        await PlanAsync();

        Assert.Equal((0, 1), await CountsAsync());
    }

    private static IEnumerable<Body> Bodies(int count) =>
        Enumerable.Range(0, count).Select(number => Some.Body() with { Id = $"b{number:D4}" });

    private Task PlanAsync(IDeliveryStore? other = null, Declaration? alert = null) =>
        new AlertPlanner(directory, new InMemoryDeclarationStore(), other ?? store, bus, new FakeTimeProvider(Some.Now)).PlanAsync(alert ?? declaration, Token);

    private async Task<List<string>> PlannedAsync(Declaration? alert = null)
    {
        var planned = new List<string>();
        await foreach (var batch in store.ReadPlansAsync((alert ?? declaration).Id, Token))
            planned.AddRange(batch.Recipients.Select(recipient => $"{batch.Id.Channel}:{recipient.Address.Value}"));
        return planned;
    }

    private async Task<(int Sms, int Email)> CountsAsync()
    {
        var plan = await store.FindAlertPlanAsync(declaration.Id, Token);
        return (plan!.Sms, plan.Email);
    }
}
