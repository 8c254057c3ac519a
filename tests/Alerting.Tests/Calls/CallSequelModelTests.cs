using Alerting.Calls;
using Alerting.Declarations;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Following;
using Alerting.Delivery.Receipts;
using Alerting.Directory;
using Alerting.Levels;
using Alerting.Testing;
using Alerting.Tests.Delivery;
using CsCheck;

namespace Alerting.Tests.Calls;

/// <summary>A withdrawal at any moment of the random life of an alert that writes and calls, with kills of everybody who works on either.</summary>
public sealed class CallSequelModelTests
{
    private const int People = 5;
    private const int FixedLines = 3;

    private enum Act
    {
        Text,
        Work,
        Kill,
        KillSequel,
        Sequel,
        ProviderRefuses,
        ProviderTakesSilently,
        ProviderLosesSilently,
        ProviderWorks,
        CallIsAnswered,
        CallIsNotAnswered,
        TimePasses,
        Withdraw,
    }

    private static readonly Gen<(Act Act, int Number)[]> Life =
        Gen.Select(Gen.Int[0, 12].Select(number => (Act)number), Gen.Int[0, 40]).Array[1, 40];

    [Fact]
    public Task WhateverHappensItIsTakenBackFromExactlyThoseWhoHeardItAndNeverBeforeTheirCallIsOver() =>
        Gen.Select(Life, Gen.Bool).SampleAsync(
            async (life, critical) =>
            {
                var model = new CallSequelModel(await CallScene.PlannedAsync(People, critical ? Level.Critical : Level.Substantial), FixedLines);
                foreach (var (act, number) in life)
                    await DoAsync(model, act, number);
                await model.WithdrawAsync();
                await model.SettleAsync();
                foreach (var recipient in model.Scene.Texts.Batch.Recipients)
                    AssertTakenBack(model, recipient.Address);
            },
            iter: 300);

    private static Task DoAsync(CallSequelModel model, Act act, int number) => act switch
    {
        Act.Text => CallSequelModel.LiveAsync(model.Scene.DeliverAsync),
        Act.Work => CallSequelModel.LiveAsync(model.Scene.WorkAsync),
        Act.Kill => model.KillAsync(number, model.Scene.DeliverAsync, model.Scene.WorkAsync),
        Act.KillSequel => model.KillAsync(number, model.DeliverSequelAsync, model.Scene.WorkAsync),
        Act.Sequel => CallSequelModel.LiveAsync(model.DeliverSequelAsync),
        Act.ProviderRefuses => model.MoodAsync(SendKind.TryLater, takes: false),
        Act.ProviderTakesSilently => model.MoodAsync(SendKind.Unknown, takes: true),
        Act.ProviderLosesSilently => model.MoodAsync(SendKind.Unknown, takes: false),
        Act.ProviderWorks => model.MoodAsync(null, takes: false),
        Act.CallIsAnswered => model.EndCallAsync(number, ReceiptKind.Delivered),
        Act.CallIsNotAnswered => model.EndCallAsync(number, ReceiptKind.Failed),
        Act.TimePasses => model.PassAsync(TimeSpan.FromSeconds(5 * number)),
        Act.Withdraw => model.WithdrawAsync(),
        _ => throw new InvalidOperationException($"{act}"),
    };

    private static void AssertTakenBack(CallSequelModel model, Address number)
    {
        var (texts, calls) = (model.TextsTo(number), model.CallsTo(number));
        var heard = texts.Contains(model.Original) || calls.Any(call => call.Alert == model.Original && !call.Unanswered);
        var written = texts.Count(alert => alert == model.Withdrawal);
        var called = calls.Count(call => call.Alert == model.Withdrawal);
        Assert.Equal(heard && !model.IsFixedLine(number) ? 1 : 0, written);
        Assert.InRange(called, heard && written == 0 ? 1 : 0, heard && written == 0 ? model.Scene.Options.Attempts : 0);
    }
}
