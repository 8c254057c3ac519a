using Alerting.Bus;
using Alerting.Directory;
using Alerting.Testing;

namespace Alerting.Functions.Tests.Alerts;

/// <summary>Who is told first.</summary>
public sealed class OrderTests : IAsyncDisposable
{
    private readonly AlertingApp app = new();
    private readonly List<Body> bodies = [.. new[] { 3, 1, 2, 1, 3, 2 }.Select(tier => Some.Body() with { Tier = tier })];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TiersAreToldInTheirOrder()
    {
        await app.Directory.PutAsync(bodies, Token);
        await app.DeclareAsync();

        await PlanAsync();
        await RunAsync("DeliverSms", Entities.Sms);
        await RunAsync("DeliverEmail", Entities.Email);

        var tiers = bodies.SelectMany(body => body.Contacts, (body, contact) => (body.Tier, contact)).ToList();
        Assert.Equal([1, 1, 2, 2, 3, 3], app.Sms.Taken.Select(message => tiers.Single(of => of.contact.Phone == message.To).Tier));
        Assert.Equal([1, 1, 2, 2, 3, 3], app.Email.Taken.Select(message => tiers.Single(of => of.contact.Email == message.To).Tier));
    }

    [Fact]
    public async Task WhoeverIsCalledForAnOldAlertTellsTheNewOneFirst()
    {
        await app.Directory.PutAsync([Some.Body()], Token);
        var old = await app.DeclareAsync();
        await PlanAsync();
        var (texts, emails) = (app.Bus.Sent(Entities.Sms).Single(), app.Bus.Sent(Entities.Email).Single());
        var young = await app.DeclareAsync(Declarations.Proposals.With("scope.code", "\"PV27\""));
        await PlanAsync();

        await RunAsync("DeliverSms", texts);
        await RunAsync("DeliverEmail", emails);

        Assert.Equal([young, old], app.Sms.Taken.Select(message => message.Batch.Alert.Value));
        Assert.Equal([young, old], app.Email.Taken.Select(message => message.MessageId.Split('.')[0]));
    }

    [Fact]
    public async Task WhoeverMakesTheCallsOfAnOldAlertMakesThoseOfTheNewOneFirst()
    {
        await app.Directory.PutAsync([Some.Body(), Some.Body() with { Place = "GM0363" }], Token);
        var old = await app.DeclareAsync();
        await PlanAsync();
        await RunAsync("DeliverSms", Entities.Sms);
        var calls = app.Bus.Sent(Entities.Voice).Single();
        var young = await app.DeclareAsync(Declarations.Proposals.With("scope.code", "\"PV27\""));
        await PlanAsync();
        await RunAsync("DeliverSms", Entities.Sms);

        await RunAsync("DeliverVoice", calls);

        Assert.Equal([young, old], app.Voice.Taken.Select(item => item.Call.Batch.Alert.Value));
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task PlanAsync()
    {
        foreach (var message in app.Bus.Sent(Entities.Declarations).Where(message => message.Subject == "approved"))
            await RunAsync("PlanAlert", message);
    }

    private async Task RunAsync(string function, string queue)
    {
        foreach (var message in app.Bus.Sent(queue))
            await RunAsync(function, message);
    }

    private async Task RunAsync(string function, BusMessage message) => await (await app.PostTriggerAsync(function, HostEnvelopes.Of(message))).JsonAsync();
}
