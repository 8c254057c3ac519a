using System.Text.Json;
using Alerting.Bus;
using Alerting.Delivery.Channels;
using Alerting.Testing;

namespace Alerting.Functions.Tests.Bodies;

public sealed class ReadinessTests : IAsyncDisposable
{
    private readonly AlertingApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ANumberThatAnAlertFoundWrongIsShownAtTheBodyAndAmongTheFindings()
    {
        var body = Some.Body();
        await app.Directory.PutAsync([body], Token);
        app.Sms.Answer = _ => new(SendKind.Rejected, Code: "21610");
        var alert = await AlertAsync();

        var contact = Assert.Single((await GetAsync($"bodies/{body.Id}")).GetProperty("contacts").EnumerateArray());
        Assert.Equal(("21610", alert), (contact.GetProperty("phoneRejected").GetProperty("code").GetString(), contact.GetProperty("phoneRejected").GetProperty("alert").GetString()));
        Assert.Equal(JsonValueKind.Null, contact.GetProperty("emailRejected").ValueKind);
        var readiness = await GetAsync("directory/readiness");
        Assert.Equal(["firstTierWithoutPhone", "addressRejected", "addressUnverified"], Kinds(readiness));
        Assert.Equal(1, readiness.GetProperty("counts").GetProperty("addressRejected").GetInt32());
        Assert.DoesNotContain(body.Contacts[0].Phone!.Value.Value, readiness.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFreshVerificationClearsTheMark()
    {
        var body = Some.Body();
        await app.Directory.PutAsync([body], Token);
        app.Sms.Answer = _ => new(SendKind.Rejected, Code: "21610");
        await AlertAsync();
        app.Clock.Advance(TimeSpan.FromHours(1));

        await app.Directory.PutAsync([body with { Contacts = [body.Contacts[0] with { PhoneVerifiedAt = app.Clock.GetUtcNow() }] }], Token);

        Assert.Equal(["addressUnverified"], Kinds(await GetAsync("directory/readiness")));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static IEnumerable<string?> Kinds(JsonElement readiness) =>
        readiness.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("kind").GetString());

    private async Task<JsonElement> GetAsync(string path) => await (await app.CreateClient(Roles.Auditor).GetAsync($"/api/{path}", Token)).JsonAsync();

    private async Task<string> AlertAsync()
    {
        var alert = await app.DeclareAsync();
        var approved = app.Bus.Sent(Entities.Declarations).First(message => message.Subject == "approved");
        await (await app.PostTriggerAsync("PlanAlert", HostEnvelopes.Of(approved))).JsonAsync();
        foreach (var message in app.Bus.Sent(Entities.Sms))
            await (await app.PostTriggerAsync("DeliverSms", HostEnvelopes.Of(message))).JsonAsync();
        return alert;
    }
}
