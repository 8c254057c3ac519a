using Newtonsoft.Json.Linq;

namespace Alerting.Local.Functions.Envelopes;

/// <summary>The metadata of Service Bus invocations, keys in the order of the extension.</summary>
internal static class MessageMetadata
{
    private static readonly string[] Actions = ["MessageReceiver", "MessageSession", "MessageActions", "SessionActions", "ReceiveActions"];

    public static BindingData One(ReceivedMessage message, BrokerClient client)
    {
        var data = Common(client);
        foreach (var (name, read) in Entries)
            data.Add(name, read(message));
        return data;
    }

    public static BindingData Many(IReadOnlyList<ReceivedMessage> messages, BrokerClient client)
    {
        var data = Common(client);
        foreach (var (name, read) in Entries)
        {
            // The extension fills this list with the partition keys.
            var source = name == "TransactionPartitionKey" ? m => m.PartitionKey : read;
            data.Add(name + "Array", messages.Select(source).ToArray());
        }
        return data;
    }

    private static readonly (string Name, Func<ReceivedMessage, object?> Read)[] Entries =
    [
        ("DeliveryCount", m => m.DeliveryCount),
        ("DeadLetterSource", m => m.DeadLetterSource),
        ("LockToken", m => m.LockToken.ToString()),
        ("ExpiresAtUtc", m => m.ExpiresAt.DateTime),
        ("ExpiresAt", m => m.ExpiresAt),
        ("EnqueuedTimeUtc", m => m.EnqueuedTime.DateTime),
        ("EnqueuedTime", m => m.EnqueuedTime),
        ("MessageId", m => m.MessageId),
        ("ContentType", m => m.ContentType),
        ("ReplyTo", m => m.ReplyTo),
        ("SequenceNumber", m => m.SequenceNumber),
        ("To", m => m.To),
        ("Subject", m => m.Subject),
        ("Label", m => m.Subject),
        ("CorrelationId", m => m.CorrelationId),
        ("ApplicationProperties", m => m.ApplicationProperties),
        ("UserProperties", m => m.ApplicationProperties),
        ("SessionId", m => m.SessionId),
        ("ReplyToSessionId", m => m.ReplyToSessionId),
        ("PartitionKey", m => m.PartitionKey),
        ("TransactionPartitionKey", m => m.TransactionPartitionKey)
    ];

    private static BindingData Common(BrokerClient client)
    {
        var data = new BindingData();
        foreach (var name in Actions)
            data.Add(name, new JObject());
        data.Add("Client", client);
        return data;
    }
}
