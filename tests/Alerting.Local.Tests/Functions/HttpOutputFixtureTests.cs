using System.Text;
using System.Text.Json;
using Alerting.Local.Functions.Envelopes;

namespace Alerting.Local.Tests.Functions;

[Collection(InstanceZoneTests.Name)]
public sealed class HttpOutputFixtureTests
{
    public static TheoryData<string> Cases => [.. LeftOut.Driven("output-http-")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void TheSameOutputGivesTheCallerTheSameAnswer(string name)
    {
        var recorded = HostEnvelope.Load(name).Case;
        using var zone = new InstanceZone("UTC");
        var given = recorded.GetProperty("answer");
        var binding = given.GetProperty("function").GetProperty("bindings").EnumerateArray()
            .Single(b => b.GetProperty("direction").GetString() == "out").GetProperty("name").GetString();

        var outcome = AnswerReader.Read(new(200, "OK", "application/json", null, Encoding.UTF8.GetBytes(given.GetProperty("body").GetString()!)));
        var answer = HttpAnswerReader.Read(Assert.IsType<InvocationOutcome.Success>(outcome).Answer, binding, out var problem);

        var expected = recorded.GetProperty("outcome").GetString()!;
        if (expected.StartsWith("failure: ", StringComparison.Ordinal))
        {
            Assert.Null(answer);
            Assert.Contains(problem!, expected, StringComparison.Ordinal);
            return;
        }
        Assert.NotNull(answer);
        if (recorded.GetProperty("httpAnswer") is { ValueKind: JsonValueKind.Object } http)
            AssertSame(http, answer);
        else if (expected.StartsWith("failure while writing", StringComparison.Ordinal))
            Assert.Contains(answer.Headers, header => header.Value is null);
        else
            // Not recorded: the documented default for a function that sets no output.
            Assert.Equal((204, 0), (answer.Status, answer.Body.Length));
    }

    private static void AssertSame(JsonElement expected, HttpAnswer actual)
    {
        Assert.Equal(expected.GetProperty("status").GetInt32(), actual.Status);
        Assert.Equal(expected.GetProperty("headers").EnumerateObject().Select(h => (h.Name, h.Value.GetString())).Order(),
            actual.Headers.Select(h => (h.Key, h.Value)).Order());
        Assert.Equal(expected.GetProperty("body").GetString(), Encoding.UTF8.GetString(actual.Body));
    }
}
