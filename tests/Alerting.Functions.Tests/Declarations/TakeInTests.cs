using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Alerting.Bus;
using Alerting.Declarations;
using Alerting.Local.Tests.Functions;
using Alerting.Testing;

namespace Alerting.Functions.Tests.Declarations;

public sealed class TakeInTests : IAsyncDisposable
{
    private readonly AlertingApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AProposalByQueueWaitsForAnApprover()
    {
        await TakenAsync(await SendAsync(Request()));

        var declaration = Assert.Single(await app.Declarations.ListAsync(null, Token));
        Assert.Equal((DeclarationState.Proposed, "LCMS"), (declaration.State, declaration.Source));
        await (await app.CreateClient(Roles.Approver).PostAsync($"/api/declarations/{declaration.Id}/approve", null, Token)).JsonAsync();
    }

    [Fact]
    public async Task AMessageThatComesTwiceIsOneProposal()
    {
        await TakenAsync(await SendAsync(Request()));
        await TakenAsync(await SendAsync(Request(), deliveryCount: 2));
        await TakenAsync(await SendAsync(Request(), messageId: "another-message"));

        Assert.Single(await app.Declarations.ListAsync(null, Token));
    }

    [Fact]
    public async Task TwoSystemsMayUseTheSameRequestId()
    {
        await TakenAsync(await SendAsync(Request()));
        await TakenAsync(await SendAsync(Request("source", "\"NCC\"")));

        Assert.Equal(2, (await app.Declarations.ListAsync(null, Token)).Count);
    }

    [Fact]
    public async Task AnotherProposalUnderTheSameRequestIdIsRefused()
    {
        await TakenAsync(await SendAsync(Request()));

        await RefusedAsync(await SendAsync(Request("proposal", Proposals.With("level", "4"))), "idempotency-key-reused", "", stored: 1);
    }

    [Theory]
    [InlineData("not json at all", "malformed-json", "")]
    [InlineData("", "empty-body", "")]
    [InlineData("[]", "wrong-type", "")]
    [InlineData("null", "wrong-type", "")]
    public async Task AMessageThatIsNoJsonObjectIsRefused(string body, string rule, string field) =>
        await RefusedAsync(await SendAsync(body), rule, field);

    [Theory]
    [InlineData("schemaVersion", "\"2\"", "schema-version-unknown", "schemaVersion")]
    [InlineData("schemaVersion", null, "required", "schemaVersion")]
    [InlineData("schemaVersion", "1", "wrong-type", "schemaVersion")]
    [InlineData("source", null, "source-form", "source")]
    [InlineData("source", "\"a\\nb\"", "source-form", "source")]
    [InlineData("requestId", "\"\"", "request-id-form", "requestId")]
    [InlineData("proposal", null, "required", "proposal")]
    [InlineData("priority", "1", "unknown-field", "priority")]
    public async Task AMessageThatBreaksARuleIsRefusedInTheFieldsTerms(string field, string? json, string rule, string at) =>
        await RefusedAsync(await SendAsync(Request(field, json)), rule, at);

    [Theory]
    [InlineData("level", "6", "level-unknown", "proposal.level")]
    [InlineData("reason.nl", "\"\"", "required", "proposal.reason.nl")]
    [InlineData("scope.code", "\"PV99\"", "scope-code-unknown", "proposal.scope.code")]
    [InlineData("colour", "\"red\"", "unknown-field", "proposal.colour")]
    public async Task AProposalInAMessageFollowsTheSameRules(string path, string json, string rule, string at) =>
        await RefusedAsync(await SendAsync(Request("proposal", Proposals.With(path, json))), rule, at);

    [Fact]
    public async Task AMessageOf200KilobytesIsRefused() =>
        await RefusedAsync(await SendAsync(Request("proposal", Proposals.With("reason.nl", $"\"{new string('x', 200 * 1024)}\""))), "body-too-large", "");

    [Fact]
    public async Task ARefusedMessageIsExplainedAmongTheDeadLetters()
    {
        await SendAsync(Request("proposal", Proposals.With("level", "6")), messageId: "m-6");
        app.Bus.Park(Some.DeadLetter(Entities.DeclarationRequests) with { SequenceNumber = 42, MessageId = "m-6" });
        await (await app.PostTriggerAsync("DrainDeadLetters", HostEnvelopes.Timer)).JsonAsync();

        var list = await (await app.CreateClient(Roles.Auditor).GetAsync("/api/alerts/dead-letters", Token)).JsonAsync();

        var letter = Assert.Single(list.GetProperty("deadLetters").EnumerateArray());
        Assert.Equal("MaxDeliveryCountExceeded", letter.GetProperty("reason").GetString());
        var problem = Assert.Single(letter.GetProperty("problems").EnumerateArray());
        Assert.Equal(("proposal.level", "level-unknown"), (problem.GetProperty("field").GetString(), problem.GetProperty("rule").GetString()));
    }

    [Fact]
    public async Task AMessageWithoutAnIdIsExplainedByItsNumber()
    {
        await SendAsync("nonsense", messageId: "");
        app.Bus.Park(Some.DeadLetter(Entities.DeclarationRequests) with { SequenceNumber = 42, MessageId = "" });
        await (await app.PostTriggerAsync("DrainDeadLetters", HostEnvelopes.Timer)).JsonAsync();

        var list = await (await app.CreateClient(Roles.Auditor).GetAsync("/api/alerts/dead-letters", Token)).JsonAsync();

        Assert.NotEmpty(Assert.Single(list.GetProperty("deadLetters").EnumerateArray()).GetProperty("problems").EnumerateArray());
    }

    [Fact]
    public async Task EveryRecordedMessageOfTheHostIsRefusedAndNoneBreaksUs()
    {
        foreach (var name in HostEnvelope.Names("request-sb-binary").Concat(HostEnvelope.Names("request-sb-string")))
        {
            var response = await app.PostTriggerAsync("TakeInDeclaration", HostEnvelope.Load(name).RequestBody);

            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            Assert.Contains("errors", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        }

        Assert.Empty(await app.Declarations.ListAsync(null, Token));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static string Request(string? change = null, string? json = null)
    {
        var request = new JsonObject
        {
            ["schemaVersion"] = "1",
            ["source"] = "LCMS",
            ["requestId"] = "r-1",
            ["proposal"] = JsonNode.Parse(Proposals.Utrecht),
        };
        if (change is not null && json is null)
            request.Remove(change);
        else if (change is not null)
            request[change] = JsonNode.Parse(json!);
        return request.ToJsonString();
    }

    private Task<HttpResponseMessage> SendAsync(string body, string messageId = "m-1", int deliveryCount = 1) =>
        app.PostTriggerAsync("TakeInDeclaration", HostEnvelopes.Of(new(messageId, Encoding.UTF8.GetBytes(body)), deliveryCount));

    private static async Task TakenAsync(HttpResponseMessage response) => Assert.Equal("{}", (await response.JsonAsync()).ToString());

    // The host abandons on any answer but 2xx; after the last delivery the broker parks the message.
    private async Task RefusedAsync(HttpResponseMessage response, string rule, string field, int stored = 0)
    {
        await response.RefusedAsync(HttpStatusCode.InternalServerError, rule, field);
        Assert.Equal(stored, (await app.Declarations.ListAsync(null, Token)).Count);
        var refusal = Assert.Single(app.Refusals.All);
        Assert.Contains((rule, field), refusal.Problems.Select(problem => (problem.Rule, problem.Field)));
    }
}
