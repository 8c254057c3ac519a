using System.Text.Json;
using System.Text.Json.Nodes;
using Alerting.Bus;
using Alerting.Declarations;
using Alerting.Json;
using Alerting.Testing;

namespace Alerting.Tests.Declarations;

public sealed class DeclarationEventTests
{
    private const string TraceParent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private static readonly Declaration Approved = Some.Approved(8) with
    {
        Id = new("20190318-7K3Q9F"),
        Dtn = new("49", "kst-29754-500"),
        Reason = new("Aanslag; de dreiging is reëel.", "Attack; the threat is \"real\"."),
    };

    private const string Document = """
        {
          "id": "20190318-7K3Q9F", "kind": "set", "of": null, "scope": { "type": "province", "code": "PV26" }, "level": 5,
          "from": null, "until": "2019-03-18T17:00:00+00:00",
          "reason": { "nl": "Aanslag; de dreiging is reëel.", "en": "Attack; the threat is \"real\"." },
          "dtn": { "label": "49", "reference": "kst-29754-500" }, "status": "actual", "state": "approved",
          "proposedBy": "proposer-1", "proposedAt": "2019-03-18T10:00:00+00:00", "source": null,
          "decision": { "by": "approver-1", "at": "2019-03-18T10:00:00+00:00", "reason": null },
          "effectiveFrom": "2019-03-18T10:00:00+00:00", "sequence": 8, "code": "7K3Q"
        }
        """;

    [Fact]
    public void ADeclarationHasOneWireForm()
    {
        var document = DeclarationDocument.Of(Approved);

        AssertSame(Document, JsonSerializer.Serialize(document, AlertingJson.Default.DeclarationDocument));
        AssertSame(Document, JsonSerializer.Serialize(document, AlertingJson.Compact.DeclarationDocument));
        AssertSame(Document, JsonSerializer.Serialize(document, JsonSerializerOptions.Web));
    }

    [Fact]
    public void AChangeIsACloudEvent()
    {
        var message = DeclarationEvent.Message(Approved, Some.Now, TraceParent);

        AssertSame(
            $$"""
            {
              "specversion": "1.0", "id": "20190318-7K3Q9F.approved", "source": "/alerting/declarations",
              "type": "nl.alerting.declaration.approved", "time": "2019-03-18T10:00:00+00:00", "subject": "20190318-7K3Q9F",
              "datacontenttype": "application/json", "traceparent": "{{TraceParent}}", "data": {{Document}}
            }
            """,
            message.Body);
    }

    [Fact]
    public void WithoutATraceTheAttributeIsLeftOut() =>
        Assert.False(JsonNode.Parse(DeclarationEvent.Message(Approved, Some.Now, null).Body)!.AsObject().ContainsKey("traceparent"));

    [Theory]
    [InlineData(DeclarationState.Proposed, "proposed")]
    [InlineData(DeclarationState.Approved, "approved")]
    [InlineData(DeclarationState.Rejected, "rejected")]
    [InlineData(DeclarationState.Withdrawn, "withdrawn")]
    public void TheMessageIsNamedByDeclarationAndStateAndFilteredByState(DeclarationState state, string word)
    {
        var message = DeclarationEvent.Message(Approved with { State = state }, Some.Now, TraceParent);

        Assert.Equal(($"20190318-7K3Q9F.{word}", Entities.Declarations, word), (message.MessageId, message.Entity, message.Subject));
        Assert.Equal((Some.Now, TraceParent), (message.CreatedAt, message.TraceParent));
    }

    [Fact]
    public void TheLongestDeclarationFitsAMessageOf200Kilobytes()
    {
        var longest = Approved with
        {
            Reason = new(new('€', 2000), new('"', 2000)),
            Decision = new("approver-1", Some.Now, new('€', 2000)),
            Dtn = new(new('€', 60), new('€', 100)),
        };

        Assert.True(System.Text.Encoding.UTF8.GetByteCount(DeclarationEvent.Message(longest, Some.Now, TraceParent).Body) < 200_000);
    }

    private static void AssertSame(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);
}
