using System.Net;
using Alerting.Adapters.Twilio;
using Alerting.Bus;
using Alerting.Delivery.Channels;
using Alerting.Functions.Tests.Declarations;
using Alerting.Functions.Tests.Webhooks;
using Alerting.Testing;

namespace Alerting.Functions.Tests.Alerts;

/// <summary>Who hears of a withdrawal, and how, through the front door.</summary>
public sealed class FollowUpAlertTests : IAsyncDisposable
{
    private readonly AlertingApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AWithdrawalReachesWhoWasToldByEveryChannel()
    {
        await app.Directory.PutAsync([Some.Body(), Some.Body()], Token);
        var original = await app.DeclareAsync();
        await RunAsync(original);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var withdrawal = await app.DeclareAsync(Proposals.Withdrawal(original));
        app.Clock.Advance(TimeSpan.FromSeconds(1));

        await RunAsync(withdrawal);

        Assert.Equal([2, 2], app.Sms.Taken.GroupBy(message => message.To).Select(messages => messages.Count()));
        Assert.All(app.Sms.Taken.TakeLast(2), message => Assert.StartsWith("INGETROKKEN ", message.Text, StringComparison.Ordinal));
        Assert.All(app.Email.Taken.TakeLast(2), mail => Assert.Equal($"INGETROKKEN Dreigingsniveau 5 (kritiek) voor provincie Utrecht geldt niet meer", mail.Subject));
        Assert.Equal(app.Email.Taken.Take(2).Select(mail => mail.MessageId), app.Email.Taken.TakeLast(2).Select(mail => mail.InReplyTo));
    }

    [Fact]
    public async Task ThePreviewOfAWithdrawalSaysWhoseAudienceItIs()
    {
        var original = await app.DeclareAsync();
        var id = await ProposedAsync(app.CreateClient(Roles.Proposer), Proposals.Withdrawal(original));

        var preview = await (await app.CreateClient(Roles.Approver).GetAsync($"/api/declarations/{id}/preview", Token)).JsonAsync();

        Assert.Equal("audience-of-original", preview.GetProperty("warnings")[0].GetProperty("rule").GetString());
    }

    [Fact]
    public async Task WhoWasOnlyCalledIsCalledAgain()
    {
        await app.Directory.PutAsync([Some.Body()], Token);
        app.Sms.Answer = _ => new(SendKind.Rejected, Code: "21614");
        var original = await app.DeclareAsync();
        await RunAsync(original);
        await CallAsync();
        var first = Assert.Single(app.Voice.Taken);
        await EndAsync(first.Call, first.Id);
        var withdrawal = await app.DeclareAsync(Proposals.Withdrawal(original));
        app.Clock.Advance(TimeSpan.FromSeconds(1));

        await RunAsync(withdrawal);
        await CallAsync();

        Assert.Equal([original, withdrawal], app.Voice.Taken.Select(item => item.Call.Batch.Alert.Value));
        Assert.Equal(first.Call.To, app.Voice.Taken[1].Call.To);
        Assert.Contains("Ingetrokken: voor de provincie Utrecht geldt dreigingsniveau vijf", app.Voice.Taken[1].Call.Text, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    // What the host would do: plan, and wake a worker for each batch.
    private async Task RunAsync(string id)
    {
        var message = app.Bus.Sent(Entities.Declarations).Last(message => message.Subject == "approved" && message.MessageId.StartsWith(id, StringComparison.Ordinal));
        await (await app.PostTriggerAsync("PlanAlert", HostEnvelopes.Of(message))).JsonAsync();
        foreach (var (function, queue) in new[] { ("DeliverSms", Entities.Sms), ("DeliverEmail", Entities.Email) })
            foreach (var batch in app.Bus.Sent(queue).Where(batch => batch.MessageId.StartsWith(id, StringComparison.Ordinal)))
                await (await app.PostTriggerAsync(function, HostEnvelopes.Of(batch))).JsonAsync();
    }

    private async Task CallAsync()
    {
        foreach (var round in app.Bus.Sent(Entities.Voice))
            await (await app.PostTriggerAsync("DeliverVoice", HostEnvelopes.Of(round))).JsonAsync();
    }

    private async Task EndAsync(VoiceCall call, string id)
    {
        var (path, form) = (CallCallback.Status(call.Batch, call.Index), new Dictionary<string, string> { ["CallSid"] = id, ["CallStatus"] = "completed" });
        using var report = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form), Headers = { { TwilioSignature.Header, Signed.For(path, form) } } };
        (await app.Anybody().SendAsync(report, Token)).EnsureSuccessStatusCode();
        await (await app.PostTriggerAsync("RecordReceipts", HostEnvelopes.OfMany([.. app.Bus.Sent(Entities.Receipts)]))).JsonAsync();
    }

    private static async Task<string> ProposedAsync(HttpClient proposer, string proposal) =>
        (await (await proposer.PostJsonAsync("/api/declarations", proposal)).JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetString()!;
}
