using System.Text;
using System.Text.Json;
using Alerting.Local.Functions.Envelopes;
using Alerting.Local.Functions.Handler;
using Newtonsoft.Json;

namespace Alerting.Local.Tests.Functions;

[Collection(InstanceZoneTests.Name)]
public sealed class AnswerFixtureTests
{
    private static readonly Envelope Any = new("order", "x"u8.ToArray(), []);

    public static TheoryData<string> Cases => [.. LeftOut.Driven("answer-").Where(name => name != "answer-never-answers")];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task TheSameAnswerHasTheSameOutcome(string name)
    {
        var recorded = HostEnvelope.Load(name).Case;
        using var zone = new InstanceZone("UTC");
        await using var handler = new RecordingHandler(request => Script(name, recorded.GetProperty("answer"), request));
        using var client = new HandlerClient(handler.Port);

        var outcome = await client.InvokeAsync("HandleOrder", Guid.NewGuid(), Any, TestContext.Current.CancellationToken);

        var expected = recorded.GetProperty("outcome").GetString()!;
        var detail = recorded.GetProperty("detail");
        switch (outcome)
        {
            case InvocationOutcome.Success success:
                Assert.Equal("success", expected);
                AssertAnswer(detail, success.Answer);
                break;
            case InvocationOutcome.Failure { Kind: FailureKind.WouldHang } failure:
                Assert.Equal("did not complete", expected);
                Assert.Contains("the real host would hang until functionTimeout", failure.Reason, StringComparison.Ordinal);
                break;
            case InvocationOutcome.Failure failure:
                AssertFailure(detail, failure);
                break;
        }
        AssertRequests(detail, handler.Taken());
    }

    [Fact]
    public async Task AnAnswerThatNeverComesIsWaitedFor()
    {
        Assert.Equal("did not complete", HostEnvelope.Load("answer-never-answers").Case.GetProperty("outcome").GetString());
        await using var handler = new RecordingHandler(_ => new(ScriptedAnswer.NeverAnswers, [], "none", []));
        using var client = new HandlerClient(handler.Port);
        using var stop = new CancellationTokenSource();

        var call = client.InvokeAsync("HandleOrder", Guid.NewGuid(), Any, stop.Token);
        await handler.Requests.ReadAsync(TestContext.Current.CancellationToken);

        Assert.False(call.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    private static ScriptedAnswer Script(string name, JsonElement answer, RecordedRequest request)
    {
        if (request.Line.Contains("/elsewhere", StringComparison.Ordinal))
            return ScriptedAnswer.Json("""{"Logs":["from elsewhere"]}""");
        // This answer was recorded with a log line that its "body" does not show.
        if (name == "answer-early-100-continue")
            return ScriptedAnswer.Json("""{"Logs":["a"]}""") with { Prologue = "HTTP/1.1 100 Continue\r\n\r\n" };
        return new(
            answer.GetProperty("status").GetInt32(),
            [.. answer.GetProperty("headers").EnumerateArray().Select(h => h.GetString()!)],
            answer.GetProperty("bodyFraming").GetString()!,
            answer.TryGetProperty("bodyBase64", out var bytes)
                ? bytes.GetBytesFromBase64()
                : Encoding.UTF8.GetBytes(answer.GetProperty("body").GetString()!));
    }

    private static void AssertAnswer(JsonElement detail, Answer answer)
    {
        Assert.Equal(detail.GetProperty("functionLog").EnumerateArray().Select(l => l.GetString()), (answer.Logs ?? []).Select(l => l ?? "[null]"));
        // The case declares one output; other names are passed over, also in another letter case.
        object? events = null;
        answer.Outputs?.TryGetValue("events", out events);
        Assert.Equal(detail.GetProperty("outputs").TryGetProperty("events", out var output) ? output.GetProperty("json").GetString() : null,
            events is null ? null : JsonConvert.SerializeObject(events));
        var returned = detail.GetProperty("return");
        if (returned.ValueKind == JsonValueKind.Null)
            Assert.Null(answer.ReturnValue);
        else
            Assert.Equal(returned.TryGetProperty("json", out var json) ? json.GetString() : returned.GetProperty("value").GetString(),
                answer.ReturnValue switch { string text => text, DateTime date => date.ToString("O"), var value => JsonConvert.SerializeObject(value) });
    }

    private static void AssertFailure(JsonElement detail, InvocationOutcome.Failure failure)
    {
        var exceptions = detail.GetProperty("exceptions").EnumerateArray()
            .Select(e => (Type: e.GetProperty("type").GetString()!, Message: e.GetProperty("message").GetString()!)).ToList();
        Assert.Equal(KindOf(exceptions[0].Message, exceptions[^1].Type), failure.Kind);
        if (failure.Kind == FailureKind.Status)
            Assert.Equal(exceptions[0].Message, failure.Reason);
        if (failure.Kind == FailureKind.Transport)
            Assert.All(exceptions, e => Assert.Contains(e.Message, failure.Reason, StringComparison.Ordinal));
        // Apart from the name of the type that is read, the words are those of the same library.
        if (exceptions[^1].Type is "Newtonsoft.Json.JsonReaderException" or "System.Text.DecoderFallbackException")
            Assert.EndsWith(exceptions[^1].Message, failure.Reason, StringComparison.Ordinal);
    }

    private static FailureKind KindOf(string outerMessage, string innerType) => (outerMessage, innerType) switch
    {
        (_, "System.Net.Http.UnsupportedMediaTypeException") => FailureKind.ContentType,
        (var message, _) when message.StartsWith("Invalid HttpResponseMessage", StringComparison.Ordinal) => FailureKind.Content,
        (var message, _) when message.StartsWith("Response status code", StringComparison.Ordinal) => FailureKind.Status,
        _ => FailureKind.Transport
    };

    private static void AssertRequests(JsonElement detail, List<RecordedRequest> requests)
    {
        var count = detail.TryGetProperty("requestCount", out var recorded) ? recorded.GetInt32() : 1;
        Assert.Equal(count, requests.Count);
        if (!detail.TryGetProperty("requestsSeen", out var seen))
            return;
        foreach (var (expected, actual) in seen.EnumerateArray().Zip(requests))
        {
            Assert.Equal(expected.GetProperty("line").GetString(), actual.Line);
            Assert.Equal(expected.GetProperty("headers").EnumerateArray().Select(h => h.GetString()), actual.Headers.Select(h => h.Key));
            Assert.Equal(expected.GetProperty("bodyLength").GetInt32() > 0 ? requests[0].Body : [], actual.Body);
        }
        Assert.Single(requests.Select(r => r.Header("X-Azure-Functions-InvocationId")).Distinct());
    }
}
