using Amqp;
using Amqp.Types;

namespace Alerting.Local.Tests.ServiceBus;

public sealed class ManagementTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task RepliesWaitForTheClientsCreditAndKeepTheirOrder()
    {
        await using var broker = await RunningBroker.StartAsync();
        var requests = new RequestLinks(await broker.SessionAsync(), "queue1/$management");
        for (ulong id = 1; id <= 5; id++) await requests.RequestAsync("com.microsoft:peek-message", Peek(), id);
        requests.Answers.SetCredit(3, CreditMode.Manual);
        Assert.Equal([1UL, 2UL, 3UL], await IdsAsync(requests.Answers, 3));
        requests.Answers.SetCredit(2, CreditMode.Manual);
        Assert.Equal([4UL, 5UL], await IdsAsync(requests.Answers, 2));
    }

    public static TheoryData<object, object> Widths => new()
    {
        { 1, 10L },
        { 1L, (byte)10 },
        { 1UL, (short)10 },
        { (byte)1, 10u },
    };

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task NumbersOfAnyWidthAreUnderstood(object from, object count)
    {
        await using var broker = await RunningBroker.StartAsync();
        var session = await broker.SessionAsync();
        await new SenderLink(session, "s", "queue1").SendAsync(new Message("x"), Wait);
        var reply = await Ask(session, "com.microsoft:peek-message", new Map { ["from-sequence-number"] = from, ["message-count"] = count });
        Assert.Equal(200, reply.ApplicationProperties["statusCode"]);
        Assert.Single(Assert.IsAssignableFrom<System.Collections.IList>(Assert.IsType<Map>(reply.Body)["messages"]));
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "com.microsoft:renew-lock", "the argument lock-tokens is missing or not of the kind expected" },
        { "com.microsoft:peek-message", "the argument from-sequence-number is missing or not of the kind expected" },
        { "com.microsoft:update-disposition", "the argument disposition-status is missing or not of the kind expected" },
        { "com.microsoft:schedule-message", "the argument messages is missing or not of the kind expected" },
        { "com.microsoft:cancel-scheduled-message", "the argument sequence-numbers is missing or not of the kind expected" },
        { "com.microsoft:receive-by-sequence-number", "the argument sequence-numbers is missing or not of the kind expected" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task AMissingArgumentIsNamed(string operation, string message)
    {
        await using var broker = await RunningBroker.StartAsync();
        var reply = await Ask(await broker.SessionAsync(), operation, new Map());
        Assert.Equal((400, message), (reply.ApplicationProperties["statusCode"], reply.ApplicationProperties["statusDescription"]));
    }

    [Theory]
    [InlineData("com.microsoft:enumerate-rules", "the operation 'com.microsoft:enumerate-rules' is not supported on 'queue1'")]
    [InlineData("com.microsoft:batch-delete-messages", "the operation 'com.microsoft:batch-delete-messages' is not supported on 'queue1'")]
    [InlineData("com.microsoft:get-session-state", "sessions are not supported by this emulator")]
    public async Task WhatIsNotSupportedSaysSo(string operation, string message)
    {
        await using var broker = await RunningBroker.StartAsync();
        var reply = await Ask(await broker.SessionAsync(), operation, new Map());
        Assert.Equal((501, message), (reply.ApplicationProperties["statusCode"], reply.ApplicationProperties["statusDescription"]));
    }

    private static Map Peek() => new() { ["from-sequence-number"] = 0L, ["message-count"] = 1 };

    private static Task<Message> Ask(Session session, string operation, Map body) =>
        new RequestLinks(session, "queue1/$management").AskAsync(operation, body);

    private static async Task<List<object>> IdsAsync(ReceiverLink answers, int count)
    {
        var ids = new List<object>();
        while (ids.Count < count) ids.Add((await answers.ReceiveAsync(Wait)).Properties.GetCorrelationId());
        return ids;
    }
}
