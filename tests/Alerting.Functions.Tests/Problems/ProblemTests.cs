using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;

namespace Alerting.Functions.Tests.Problems;

public sealed class ProblemTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound, "unknown-route")]
    [InlineData("GET", "/nothing", HttpStatusCode.NotFound, "unknown-route")]
    [InlineData("GET", "/api", HttpStatusCode.NotFound, "unknown-route")]
    [InlineData("DELETE", "/api/health", HttpStatusCode.MethodNotAllowed, "method-not-allowed")]
    [InlineData("POST", "/api/bodies/gm0344", HttpStatusCode.MethodNotAllowed, "method-not-allowed")]
    public async Task WhatIsNotThereIsAnsweredWithProblemDetails(string method, string path, HttpStatusCode status, string rule)
    {
        using var request = new HttpRequestMessage(new(method), path);

        var response = await shared.App.Anybody().SendAsync(request, Token);

        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.JsonAsync(status);
        Assert.Equal(($"urn:alerting:problem:{rule}", path), (problem.GetProperty("type").GetString(), problem.GetProperty("instance").GetString()));
    }

    [Fact]
    public async Task ARoleThatIsMissingIsSaid()
    {
        var problem = await (await shared.App.CreateClient(Roles.Auditor).PostJsonAsync("/api/declarations", "{}")).JsonAsync(HttpStatusCode.Forbidden);

        Assert.Equal("urn:alerting:problem:role-missing", problem.GetProperty("type").GetString());
    }

    [Fact]
    public async Task AnswersAreNotKeptByAnybody()
    {
        var response = await shared.App.Anybody().GetAsync("/api/places?type=country", Token);

        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task EveryOperationOfTheDescriptionIsDescribed()
    {
        var api = await (await shared.App.Anybody().GetAsync("/api/openapi.json", Token)).JsonAsync();
        var operations = api.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (Line: $"{operation.Name.ToUpperInvariant()} {path.Name}", operation.Value)))
            .ToDictionary(operation => operation.Line, operation => operation.Value);

        Assert.Equal(
            shared.App.HttpFunctions().Where(route => route.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null).Select(route => route.Line()).Order(),
            operations.Keys.Order());
        Assert.All(operations, operation => AssertDescribed(operation.Key, operation.Value));
    }

    private static void AssertDescribed(string line, JsonElement operation)
    {
        Assert.NotEmpty(operation.GetProperty("summary").GetString()!);
        Assert.NotEmpty(operation.GetProperty("tags").EnumerateArray());
        var roles = Access.SecurityTable.Rows[line];
        var responses = operation.GetProperty("responses").EnumerateObject().ToDictionary(response => response.Name, response => response.Value);
        Assert.Contains(responses.Keys, status => status.StartsWith('2'));
        if (roles is not (Access.SecurityTable.Everybody or Access.SecurityTable.Provider))
        {
            Assert.Contains($"Roles: {roles}.", operation.GetProperty("description").GetString(), StringComparison.Ordinal);
            Assert.Contains("401", responses.Keys);
            Assert.Contains("403", responses.Keys);
        }

        Assert.All(responses.Where(response => response.Key.StartsWith('4')), response => Assert.True(response.Value.GetProperty("content").TryGetProperty("application/problem+json", out _), $"{line} {response.Key}"));
        Assert.Equal(line.StartsWith("PUT", StringComparison.Ordinal) || (line.StartsWith("POST", StringComparison.Ordinal) && !line.Contains("approve", StringComparison.Ordinal) && !line.EndsWith("/replay", StringComparison.Ordinal) && !line.Contains("webhooks", StringComparison.Ordinal)), operation.TryGetProperty("requestBody", out _));
    }
}
