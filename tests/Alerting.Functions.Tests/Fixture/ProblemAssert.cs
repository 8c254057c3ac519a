using System.Net;
using System.Text.Json;

namespace Alerting.Functions.Tests;

/// <summary>Reads refusals.</summary>
internal static class ProblemAssert
{
    /// <summary>The answer is problem details of that status, complete, and names the rule for the field.</summary>
    public static async Task RefusedAsync(this HttpResponseMessage response, HttpStatusCode status, string rule, string field = "")
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == response.StatusCode, $"{(int)response.StatusCode} instead of {(int)status}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(text);
        Assert.Equal((int)status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.All(["type", "title", "detail", "instance"], name => Assert.NotEmpty(problem.RootElement.GetProperty(name).GetString()!));
        Assert.StartsWith("urn:alerting:problem:", problem.RootElement.GetProperty("type").GetString(), StringComparison.Ordinal);
        var errors = problem.RootElement.GetProperty("errors").EnumerateArray()
            .Select(error => (error.GetProperty("rule").GetString(), error.GetProperty("field").GetString(), error.GetProperty("message").GetString()))
            .ToList();
        Assert.All(errors, error => Assert.NotEmpty(error.Item3!));
        Assert.Contains((rule, field), errors.Select(error => (error.Item1!, error.Item2!)));
    }

    /// <summary>The answer went well; its JSON.</summary>
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response, HttpStatusCode status = HttpStatusCode.OK)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == response.StatusCode, $"{(int)response.StatusCode} instead of {(int)status}: {text}");
        return JsonElement.Parse(text);
    }
}
