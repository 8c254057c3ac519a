using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Receipts;
using CsCheck;

namespace Alerting.Tests.Delivery;

/// <summary>Random lives of a whole alert: planning, sending, kills, reports and the loss of its reason, in any order and in the middle of each other.</summary>
public sealed class AlertModelTests
{
    private enum Act
    {
        Plan,
        PlanAndDie,
        Deliver,
        DeliverAndDie,
        Report,
        ReportAndDie,
        RepeatReport,
        ReportAmid,
        Cut,
        CutAmid,
        OtherWorkerAmid,
        WaitAmid,
        ClaimEnds,
        TimePasses,
        ProviderWorks,
        ProviderRefuses,
        ProviderTakesSilently,
        ProviderLosesSilently,
        ProviderCannotBeAsked,
        MailWorks,
        MailRefuses,
        MailTakesSilently,
        MailLosesSilently,
    }

    // Half of all that happens is work; most alerts are not cut short at once.
    private static readonly Gen<(Act Act, int Number)[]> Life = Gen.Select(
        Gen.Frequency((3, Gen.Enum<Act>()), (2, OneOf(Act.Deliver, Act.DeliverAndDie, Act.ClaimEnds)), (1, OneOf(Act.Plan, Act.PlanAndDie))),
        Gen.Int[0, 24]).Array[1, 40];

    [Fact]
    public Task WhateverHappensNobodyIsToldTwiceNorForgottenNorAfterTheAlertHasLostItsReason() =>
        Life.SampleAsync(
            async life =>
            {
                var scene = await AlertScene.ApprovedAsync();
                var ends = new Dictionary<DeliveryName, DeliveryState>();
                foreach (var (act, number) in life)
                {
                    await DoAsync(scene, act, number);
                    await AssertReportedEndsStandAsync(scene, ends);
                }

                await scene.SettleAsync();
                await AssertReportedEndsStandAsync(scene, ends);
                await AssertToldOnceAsync(scene);
                AssertSilentWithoutReason(scene);
                await AssertSettledAsync(scene);
            },
            iter: 400);

    private static Gen<Act> OneOf(params Act[] acts) => Gen.Int[0, acts.Length - 1].Select(number => acts[number]);

    private static Task DoAsync(AlertScene scene, Act act, int number) => act switch
    {
        Act.Plan => scene.PlanAsync(),
        Act.PlanAndDie => scene.PlanAsync(number),
        Act.Deliver => scene.DeliverAsync(number),
        Act.DeliverAndDie => scene.DeliverAsync(number, number),
        Act.Report => scene.ReportAsync(number),
        Act.ReportAndDie => scene.ReportAsync(number, number % 8),
        Act.RepeatReport => scene.RepeatReportAsync(number),
        Act.Cut => scene.CutAsync(number),
        _ => Done(() => Happen(scene, act, number)),
    };

    private static void Happen(AlertScene scene, Act act, int number)
    {
        var provider = scene.Providers[number % 2];
        switch (act)
        {
            case Act.ReportAmid: scene.Interrupt(number / 2, () => scene.ReportAsync(number).GetAwaiter().GetResult()); break;
            case Act.CutAmid: scene.Interrupt(number / 2, () => CutAndWait(scene, number)); break;
            case Act.OtherWorkerAmid: scene.Interrupt(number / 2, () => scene.DeliverElsewhereAsync(number).GetAwaiter().GetResult()); break;
            // Shorter than the margin of a claim: no provider keeps a worker waiting for longer.
            case Act.WaitAmid: scene.Interrupt(number / 2, () => scene.Clock.Advance(TimeSpan.FromSeconds(number))); break;
            case Act.ClaimEnds: scene.PassClaim(); break;
            case Act.TimePasses: scene.Clock.Advance(TimeSpan.FromMilliseconds(number * 20)); break;
            case Act.ProviderWorks: scene.Mood(provider, null, takes: false); provider.CannotBeAsked = false; break;
            case Act.ProviderRefuses: scene.Mood(provider, SendKind.TryLater, takes: false); break;
            case Act.ProviderTakesSilently: scene.Mood(provider, SendKind.Unknown, takes: true); break;
            case Act.ProviderLosesSilently: scene.Mood(provider, SendKind.Unknown, takes: false); break;
            case Act.ProviderCannotBeAsked: provider.CannotBeAsked = true; break;
            case Act.MailWorks: scene.Mood(null, takes: false); break;
            case Act.MailRefuses: scene.Mood(SendKind.TryLater, takes: false); break;
            case Act.MailTakesSilently: scene.Mood(SendKind.Unknown, takes: true); break;
            case Act.MailLosesSilently: scene.Mood(SendKind.Unknown, takes: false); break;
            default: throw new InvalidOperationException($"{act}");
        }
    }

    // The worker goes on with its old picture, and with its work when that is too old.
    private static void CutAndWait(AlertScene scene, int number)
    {
        scene.CutAsync(number).GetAwaiter().GetResult();
        scene.Clock.Advance(DeclarationWatch.Freshness * (number % 5 / 2.0));
    }

    private static Task Done(Action act)
    {
        act();
        return Task.CompletedTask;
    }

    // The first end that was written down is known from the rows alone.
    private static async Task AssertReportedEndsStandAsync(AlertScene scene, Dictionary<DeliveryName, DeliveryState> ends)
    {
        foreach (var record in await scene.RecordsAsync())
        {
            foreach (var receipt in record.Receipts.Where(receipt => receipt.Kind != ReceiptKind.Underway))
                ends.TryAdd(new(record.Plan.Id, receipt.Index), receipt.Kind == ReceiptKind.Delivered ? DeliveryState.Delivered : DeliveryState.Failed);
            var state = BatchState.Of(record);
            foreach (var (delivery, end) in ends.Where(end => end.Key.Batch == record.Plan.Id))
                Assert.Equal(end, state.Deliveries[delivery.Index]);
        }
    }

    private static async Task AssertToldOnceAsync(AlertScene scene)
    {
        foreach (var channel in new[] { Channel.Sms, Channel.Email })
        {
            var told = scene.Told(channel);
            var audience = await scene.AudienceAsync(channel);
            var planned = (await scene.RecordsAsync()).Where(record => record.Plan.Id.Channel == channel).SelectMany(record => record.Plan.Recipients);
            Assert.Equal(audience.Order(), planned.Select(recipient => recipient.Address.Value).Order());
            Assert.Subset(audience.ToHashSet(), told.ToHashSet());
            // A mail server cannot be asked: what is in doubt goes once more, under the same Message-ID.
            if (channel == Channel.Email && scene.IsMailInDoubt)
                Assert.Equal(told.Distinct().Count(), scene.Mail.Taken.DistinctBy(message => message.MessageId).Count());
            else
                Assert.Equal(told.Distinct(), told);
            if (!scene.IsCut && !(channel == Channel.Email && scene.IsMailLost))
                Assert.Equal(audience.Order(), told.Distinct().Order());
        }
    }

    private static void AssertSilentWithoutReason(AlertScene scene)
    {
        Assert.All(scene.Handed, message => Assert.True(message.At < scene.Declaration.Until, $"{message.Address} at {message.At:O}, after the end"));
        if (scene.CutAt is { } cut)
            Assert.All(scene.Handed, message => Assert.True(message.At < cut + DeclarationWatch.Freshness, $"{message.Address} at {message.At:O}, cut at {cut:O}"));
    }

    private static async Task AssertSettledAsync(AlertScene scene)
    {
        var progress = await scene.ProgressAsync();
        var records = await scene.RecordsAsync();
        Assert.Equal(records.Count, progress.Count);
        foreach (var state in records.Select(BatchState.Of))
        {
            Assert.True(state.IsFinished, $"{state.Plan.Id}: {string.Join(' ', state.Deliveries)}");
            Assert.Equal(state.Progress(), progress[state.Plan.Id]);
        }
    }
}
