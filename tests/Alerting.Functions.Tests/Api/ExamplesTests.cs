using System.Text;
using System.Text.Json;
using Alerting.Declarations;
using Alerting.Directory;
using Alerting.Testing;

namespace Alerting.Functions.Tests.Api;

public sealed class ExamplesTests(SharedApp shared) : IClassFixture<SharedApp>
{
    [Fact]
    public void ThereIsAProposalOfEveryKindAndEachWouldBeTaken()
    {
        var proposals = Examples.RequestsOf(nameof(ProposeDeclaration)).ToDictionary(example => example.Name, example => Read<ProposalInput>(example.Body.ToJsonString()));

        Assert.Equal(Words.All<DeclarationKind>().Order(), proposals.Keys.Order());
        Assert.All(proposals, proposal => Assert.Equal(proposal.Key, proposal.Value.Kind));
        Assert.All(proposals.Values, proposal => Assert.Empty(ProposalRules.Check(proposal, Some.Now).Problems));
    }

    [Fact]
    public void TheBodyWouldBeTaken()
    {
        var body = Assert.Single(Examples.RequestsOf(nameof(PutBody)));

        Assert.Empty(DirectoryRules.Check(Read<BodyInput>(body.Body.ToJsonString()) with { Id = "utrecht-centraal" }, Some.Now).Problems);
    }

    [Fact]
    public async Task WhateverTakesOrAnswersJsonShowsIt()
    {
        var api = await (await shared.App.Anybody().GetAsync("/api/openapi.json", TestContext.Current.CancellationToken)).JsonAsync();
        var operations = api.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(operation => operation.Value)).ToList();

        Assert.Empty(operations.Where(TakesJsonUnseen).Concat(operations.Where(AnswersJsonUnseen)).Select(operation => operation.GetProperty("operationId").GetString()));
    }

    private static bool TakesJsonUnseen(JsonElement operation) =>
        operation.TryGetProperty("requestBody", out var body) && Json(body) is { } json
        && !(json.TryGetProperty("examples", out var examples) && examples.EnumerateObject().Any());

    private static bool AnswersJsonUnseen(JsonElement operation) => operation.GetProperty("responses").EnumerateObject()
        .Any(response => response.Name.StartsWith('2') && Json(response.Value) is { } json && !json.TryGetProperty("example", out _));

    private static JsonElement? Json(JsonElement described) =>
        described.TryGetProperty("content", out var content) && content.TryGetProperty("application/json", out var json) ? json : null;

    private static T Read<T>(string json)
        where T : class
    {
        var read = StrictJson.Read<T>(Encoding.UTF8.GetBytes(json));
        Assert.Empty(read.Problems);
        return read.Value!;
    }
}
