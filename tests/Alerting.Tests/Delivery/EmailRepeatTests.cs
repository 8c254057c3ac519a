using Alerting.Delivery;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;
using Alerting.Testing;
using CsCheck;

namespace Alerting.Tests.Delivery;

/// <summary>How many emails may come twice when workers are killed, and that each of them is counted.</summary>
public sealed class EmailRepeatTests
{
    private const int Chunk = 3;
    private static readonly DeliveryOptions Options = new() { EmailChunk = Chunk };

    [Fact]
    public Task AKillRepeatsAtMostAChunkUnderTheSameMessageIdAndEveryRepeatIsCounted() =>
        Gen.Int[0, 14].Array[0, 4].SampleAsync(
            async moments =>
            {
                var (scene, mail) = (new DeliveryScene(1, Options), new RecordingEmailProvider());
                await scene.AddAsync(scene.Declaration);
                var batch = Some.Batch(10, scene.Declaration.Id, Channel.Email);
                await scene.Store.TryPlanAsync(batch, DeliveryScene.Token);
                var kills = 0;
                foreach (var moment in moments)
                    kills += await DiesAsync(scene, mail, batch.Id, moment) ? 1 : 0;
                Assert.False(await DiesAsync(scene, mail, batch.Id, null));

                var repeated = mail.Taken.CountBy(message => message.MessageId).Count(copies => copies.Value > 1);
                Assert.Equal(batch.Recipients.Count, mail.Taken.DistinctBy(message => message.To).Count());
                Assert.Equal(batch.Recipients.Count, mail.Taken.DistinctBy(message => (message.To, message.MessageId)).Count());
                Assert.InRange(mail.Taken.Count - batch.Recipients.Count, 0, kills * Chunk);
                Assert.InRange(await CountedAsync(scene, batch.Id), repeated, kills * Chunk);
            },
            iter: 200);

    private static async Task<bool> DiesAsync(DeliveryScene scene, RecordingEmailProvider mail, BatchId batch, int? moment)
    {
        scene.PassClaim();
        if (moment is { } half)
            scene.Crashing.CrashAt(half);
        try
        {
            using var channel = new EmailChannel(mail, new CodeOnlyTexts(), Options, scene.Clock);
            await new BatchDelivery(
                channel, scene.Crashing, scene.Book, new(scene.Declarations, scene.Clock), scene.Bus, new(Options, scene.Clock)).DeliverAsync(batch, DeliveryScene.Token);
            return false;
        }
        catch (WorkerKilledException)
        {
            return true;
        }
        finally
        {
            scene.Crashing.StopCrashing();
        }
    }

    private static async Task<int> CountedAsync(DeliveryScene scene, BatchId batch) =>
        (await scene.Store.ReadAsync(batch, DeliveryScene.Token))!.Outcomes.SelectMany(chunk => chunk.Outcomes).Count(outcome => outcome.Code == Outcome.SentAgain);
}
