using Alerting.Local.ServiceBus.Engine;
using Alerting.Local.ServiceBus.Topology;

namespace Alerting.Local.Tests.ServiceBus;

public sealed class TopologyTests
{
    [Fact]
    public void EveryPropertyOfAQueueIsRead()
    {
        var queue = Assert.Single(Queue("""
            "DeadLetteringOnMessageExpiration": true, "DefaultMessageTimeToLive": "P14D", "LockDuration": "PT30S",
            "MaxDeliveryCount": 3, "RequiresDuplicateDetection": true, "DuplicateDetectionHistoryTimeWindow": "PT20S",
            "RequiresSession": false, "ForwardTo": "", "ForwardDeadLetteredMessagesTo": ""
            """).Queues);
        Assert.Equal("sms", queue.Name);
        Assert.Equal(
            new QueueSettings
            {
                DeadLetterOnExpiry = true,
                TimeToLive = TimeSpan.FromDays(14),
                LockDuration = TimeSpan.FromSeconds(30),
                MaxDeliveryCount = 3,
                DuplicateWindow = TimeSpan.FromSeconds(20),
            },
            queue.Settings);
    }

    [Fact]
    public void AWindowWithoutDetectionMeansNothing() =>
        Assert.Null(Queue("\"RequiresDuplicateDetection\": false, \"DuplicateDetectionHistoryTimeWindow\": \"PT20S\"").Queues[0].Settings.DuplicateWindow);

    [Fact]
    public void TheLongestDurationOfTheServiceIsForEver() =>
        Assert.Equal(TimeSpan.MaxValue, Queue("\"DefaultMessageTimeToLive\": \"P10675199DT2H48M5.4775807S\"").Queues[0].Settings.TimeToLive);

    [Fact]
    public void ASubscriptionWithoutRulesTakesEverything()
    {
        var topology = Topic("""{ "Name": "s" }""");
        Assert.Equal([Rule.Default], Assert.Single(Assert.Single(topology.Topics).Subscriptions).Rules);
    }

    [Fact]
    public void ACorrelationFilterIsReadWithAllItsFields()
    {
        var topology = Topic(Ruled("""
            "FilterType": "Correlation", "CorrelationFilter": { "ContentType": "1", "CorrelationId": "2", "Label": "3", "MessageId": "4",
            "ReplyTo": "5", "ReplyToSessionId": "6", "SessionId": "7", "To": "8", "Properties": { "level": 5 } }
            """));
        var filter = Assert.IsType<CorrelationFilter>(topology.Topics[0].Subscriptions[0].Rules[0].Filter);
        Assert.Equal(
            ("1", "2", "3", "4", "5", "6", "7", "8"),
            (filter.ContentType, filter.CorrelationId, filter.Label, filter.MessageId, filter.ReplyTo, filter.ReplyToSessionId, filter.SessionId, filter.To));
        Assert.Equal(5L, filter.Properties["level"]);
    }

    [Theory]
    [InlineData("\"FilterType\": \"Sql\", \"SqlFilter\": { \"SqlExpression\": \"1 = 1\" }")]
    [InlineData("\"FilterType\": \"True\"")]
    public void ATrueFilterIsRead(string properties) =>
        Assert.IsType<TrueFilter>(Topic(Ruled(properties)).Topics[0].Subscriptions[0].Rules[0].Filter);

    [Theory]
    [InlineData("\"RequiresSession\": true", "queue 'sms': RequiresSession is not supported: sessions")]
    [InlineData("\"ForwardTo\": \"email\"", "queue 'sms': ForwardTo is not supported: forwarding")]
    [InlineData("\"ForwardDeadLetteredMessagesTo\": \"email\"", "queue 'sms': ForwardDeadLetteredMessagesTo is not supported: forwarding")]
    [InlineData("\"EnablePartitioning\": true", "queue 'sms': EnablePartitioning is not supported")]
    [InlineData("\"LockDuration\": \"1 minute\"", "queue 'sms': LockDuration '1 minute' is not an ISO 8601 duration above zero, such as PT1M")]
    [InlineData("\"LockDuration\": \"PT0S\"", "queue 'sms': LockDuration 'PT0S' is not an ISO 8601 duration above zero, such as PT1M")]
    [InlineData("\"LockDuration\": \"-PT1M\"", "queue 'sms': LockDuration '-PT1M' is not an ISO 8601 duration above zero, such as PT1M")]
    [InlineData("\"LockDuration\": \"PT6M\"", "queue 'sms': LockDuration must not be longer than PT5M")]
    [InlineData("\"LockDuration\": 60", "queue 'sms': LockDuration must be a string")]
    [InlineData("\"MaxDeliveryCount\": 0", "queue 'sms': MaxDeliveryCount must be from 1 to 2000")]
    [InlineData("\"MaxDeliveryCount\": \"3\"", "queue 'sms': MaxDeliveryCount must be a whole number")]
    [InlineData("\"RequiresDuplicateDetection\": \"yes\"", "queue 'sms': RequiresDuplicateDetection must be true or false")]
    [InlineData("\"LockDuration\": \"PT1M\", \"LockDuration\": \"PT2M\"", "queue 'sms': Properties: LockDuration is given twice")]
    public void AFaultyPropertyIsNamedWithItsEntity(string properties, string message) =>
        Assert.Equal(message, Assert.Throws<TopologyException>(() => Queue(properties)).Message);

    [Theory]
    [InlineData("\"FilterType\": \"Sql\", \"SqlFilter\": { \"SqlExpression\": \"level > 3\" }", "SqlExpression 'level > 3' is not supported: the only SQL filter is 1=1")]
    [InlineData("\"FilterType\": \"Correlation\"", "CorrelationFilter is missing")]
    [InlineData("\"FilterType\": \"Correlation\", \"CorrelationFilter\": { }", "the filter is empty")]
    [InlineData("\"FilterType\": \"Correlation\", \"CorrelationFilter\": { \"Subject\": \"x\" }", "Subject is not supported")]
    [InlineData("\"FilterType\": \"Lambda\"", "FilterType 'Lambda' is not supported")]
    [InlineData("\"CorrelationFilter\": { \"Label\": \"x\" }", "FilterType is missing")]
    [InlineData("\"FilterType\": \"True\", \"Action\": { \"SqlExpression\": \"SET a = 1\" }", "Action is not supported: SQL actions")]
    public void AFaultyRuleIsNamedWithItsSubscriptionAndTopic(string properties, string part)
    {
        var message = Assert.Throws<TopologyException>(() => Topic(Ruled(properties))).Message;
        Assert.StartsWith("topic 't': subscription 's': rule 'r'", message, StringComparison.Ordinal);
        Assert.Contains(part, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{", "not valid JSON")]
    [InlineData("[]", "file: must be a JSON object")]
    [InlineData("{}", "file: UserConfig is missing")]
    [InlineData("""{ "UserConfig": { "Namespaces": [] } }""", "must list one namespace, not 0")]
    [InlineData("""{ "UserConfig": { "Namespaces": [ { "Queues": [ { } ] } ] } }""", "Name is missing")]
    [InlineData("""{ "UserConfig": { "Namespaces": [ { "Queues": [ { "Name": "a" }, { "Name": "A" } ] } ] } }""", "'A' is used twice")]
    [InlineData("""{ "UserConfig": { "Namespaces": [ { "Queues": [ { "Name": "$cbs" } ] } ] } }""", "must not contain '$'")]
    public void AFaultyFileIsExplained(string json, string part) =>
        Assert.Contains(part, Assert.Throws<TopologyException>(() => TopologyFile.Parse(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void TheProjectsOwnTopologyIsRead()
    {
        var topology = TopologyFile.Read(Path.Combine(AppContext.BaseDirectory, "servicebus.json"));
        Assert.Equal(
            ["declaration-requests", "sms", "email", "voice", "plan-calls", "receipts", "replies", "canary"], topology.Queues.Select(queue => queue.Name));
        Assert.Equal(["push-to-boards", "plan-alert"], Assert.Single(topology.Topics).Subscriptions.Select(item => item.Name).Take(2));
    }

    private static BrokerTopology Queue(string properties) => TopologyFile.Parse(
        $$"""{ "UserConfig": { "Namespaces": [ { "Name": "n", "Queues": [ { "Name": "sms", "Properties": { {{properties}} } } ] } ], "Logging": { "Type": "File" } } }""");

    private static BrokerTopology Topic(string subscription) => TopologyFile.Parse(
        $$"""{ "UserConfig": { "Namespaces": [ { "Name": "n", "Topics": [ { "Name": "t", "Subscriptions": [ {{subscription}} ] } ] } ] } }""");

    private static string Ruled(string properties) =>
        $$"""{ "Name": "s", "Rules": [ { "Name": "r", "Properties": { {{properties}} } } ] }""";
}
