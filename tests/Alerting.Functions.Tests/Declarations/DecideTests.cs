using System.Net;
using Alerting.Bus;

namespace Alerting.Functions.Tests.Declarations;

public sealed class DecideTests : IAsyncDisposable
{
    private readonly AlertingApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnApproverMakesTheLevelHold()
    {
        var id = await ProposeAsync();

        var approved = await (await ApproveAsync(id)).JsonAsync();

        Assert.Equal(("approved", 1), (approved.GetProperty("state").GetString(), approved.GetProperty("sequence").GetInt32()));
        Assert.Equal(4, approved.GetProperty("code").GetString()!.Length);
        Assert.Equal("approved", app.Bus.Sent(Entities.Declarations)[^1].Subject);
        var level = await (await app.Anybody().GetAsync("/api/levels/effective?place=GM0344", Token)).JsonAsync();
        Assert.Equal(5, level.GetProperty("level").GetInt32());
    }

    [Fact]
    public async Task TheProposerHimselfCannotApprove()
    {
        var id = await ProposeAsync("both-1");

        var response = await app.WithToken(TokenIssuer.Good("both-1", Roles.Proposer, Roles.Approver)).PostAsync($"/api/declarations/{id}/approve", null, Token);

        await response.RefusedAsync(HttpStatusCode.Forbidden, "proposer-cannot-approve");
    }

    [Fact]
    public async Task ASecondApprovalComesTooLate()
    {
        var id = await ProposeAsync();
        await ApproveAsync(id);

        await (await ApproveAsync(id)).RefusedAsync(HttpStatusCode.Conflict, "already-decided");
    }

    [Fact]
    public async Task AStaleProposalIsNotApproved()
    {
        var id = await ProposeAsync();
        app.Clock.Advance(TimeSpan.FromHours(8));

        await (await ApproveAsync(id)).RefusedAsync(HttpStatusCode.Conflict, "proposal-stale");
    }

    [Fact]
    public async Task ARejectionCarriesAReason()
    {
        var id = await ProposeAsync();

        var rejected = await (await app.CreateClient(Roles.Approver).PostJsonAsync($"/api/declarations/{id}/reject", """{ "reason": "Niet nodig." }""")).JsonAsync();

        Assert.Equal("rejected", rejected.GetProperty("state").GetString());
        Assert.Equal("Niet nodig.", rejected.GetProperty("decision").GetProperty("reason").GetString());
    }

    [Fact]
    public async Task AWithdrawalCarriesAReason()
    {
        var id = await ProposeAsync();

        var withdrawn = await (await app.CreateClient(Roles.Proposer).PostJsonAsync($"/api/declarations/{id}/withdraw", """{ "reason": "Vergissing." }""")).JsonAsync();

        Assert.Equal("withdrawn", withdrawn.GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("reject", "{}")]
    [InlineData("reject", """{ "reason": "  " }""")]
    [InlineData("withdraw", """{ "reason": null }""")]
    public async Task WithoutAReasonNothingIsTurnedDown(string verb, string body)
    {
        var id = await ProposeAsync();

        await (await app.CreateClient(Roles.Approver).PostJsonAsync($"/api/declarations/{id}/{verb}", body)).RefusedAsync(HttpStatusCode.UnprocessableEntity, "required", "reason");

        Assert.Equal("proposed", await StateAsync(id));
    }

    [Theory]
    [InlineData("reject")]
    [InlineData("withdraw")]
    public async Task AReasonMustBeSentAsJson(string verb)
    {
        var id = await ProposeAsync();
        var approver = app.CreateClient(Roles.Approver);

        await (await approver.PostAsync($"/api/declarations/{id}/{verb}", Requests.Content("reason=x", "text/plain"), Token)).RefusedAsync(HttpStatusCode.UnsupportedMediaType, "content-type");
        await (await approver.PostJsonAsync($"/api/declarations/{id}/{verb}", """{ "raeson": "x" }""")).RefusedAsync(HttpStatusCode.UnprocessableEntity, "unknown-field", "raeson");
        await (await approver.PostAsync($"/api/declarations/{id}/{verb}", null, Token)).RefusedAsync(HttpStatusCode.BadRequest, "empty-body");
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("reject")]
    [InlineData("withdraw")]
    public async Task AnUnknownDeclarationCannotBeDecided(string verb)
    {
        var approver = app.CreateClient(Roles.Approver);

        foreach (var id in new[] { "20190318-AAAAAA", "nonsense" })
            await (await approver.PostJsonAsync($"/api/declarations/{id}/{verb}", """{ "reason": "x" }""")).RefusedAsync(HttpStatusCode.NotFound, "declaration-unknown", "id");
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<string> ProposeAsync(string? oid = null) =>
        (await (await app.CreateClient(Roles.Proposer, oid).PostJsonAsync("/api/declarations", Proposals.Utrecht)).JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetString()!;

    private Task<HttpResponseMessage> ApproveAsync(string id) => app.CreateClient(Roles.Approver).PostAsync($"/api/declarations/{id}/approve", null, Token);

    private async Task<string?> StateAsync(string id) =>
        (await (await app.CreateClient(Roles.Auditor).GetAsync($"/api/declarations/{id}", Token)).JsonAsync()).GetProperty("state").GetString();
}
