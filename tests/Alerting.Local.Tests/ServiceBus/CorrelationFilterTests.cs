using Alerting.Local.ServiceBus.Engine;
using Alerting.Local.ServiceBus.Messages;

namespace Alerting.Local.Tests.ServiceBus;

public sealed class CorrelationFilterTests
{
    private static readonly MessageContent Full = new()
    {
        MessageId = "m",
        CorrelationId = "c",
        To = "t",
        ReplyTo = "r",
        Subject = "s",
        SessionId = "g",
        ReplyToSessionId = "rg",
        ContentType = "application/json",
        ApplicationProperties = new Dictionary<string, object?> { ["level"] = 5, ["actual"] = true, ["scope"] = "PV26", ["none"] = null },
    };

    public static TheoryData<CorrelationFilter, CorrelationFilter> EachField => new()
    {
        { new() { MessageId = "m" }, new() { MessageId = "M" } },
        { new() { CorrelationId = "c" }, new() { CorrelationId = "x" } },
        { new() { To = "t" }, new() { To = "x" } },
        { new() { ReplyTo = "r" }, new() { ReplyTo = "x" } },
        { new() { Label = "s" }, new() { Label = "S" } },
        { new() { SessionId = "g" }, new() { SessionId = "x" } },
        { new() { ReplyToSessionId = "rg" }, new() { ReplyToSessionId = "x" } },
        { new() { ContentType = "application/json" }, new() { ContentType = "text/plain" } },
    };

    public static TheoryData<string, object, bool> EachProperty => new()
    {
        { "level", 5L, true },
        { "level", 5.0, true },
        { "level", 4L, false },
        { "level", "5", false },
        { "actual", true, true },
        { "actual", false, false },
        { "scope", "PV26", true },
        { "scope", "pv26", false },
        { "absent", "PV26", false },
        { "none", "", false },
    };

    [Theory]
    [MemberData(nameof(EachField))]
    public void AFieldMatchesExactly(CorrelationFilter fits, CorrelationFilter doesNot)
    {
        Assert.True(fits.Matches(Full));
        Assert.False(doesNot.Matches(Full));
    }

    [Theory]
    [MemberData(nameof(EachProperty))]
    public void APropertyMatchesByValue(string name, object wanted, bool matches)
    {
        var filter = new CorrelationFilter { Properties = new Dictionary<string, object> { [name] = wanted } };
        Assert.Equal(matches, filter.Matches(Full));
    }

    [Fact]
    public void AllGivenValuesMustMatch() => Assert.False(new CorrelationFilter { Label = "s", To = "elsewhere" }.Matches(Full));

    [Fact]
    public void AnAbsentFieldDoesNotMatch() => Assert.False(new CorrelationFilter { Label = "s" }.Matches(QueueBench.Message()));
}
