using Alerting.Local.Functions.Loading;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Alerting.Local.Functions.Envelopes;

/// <summary>Envelopes of Service Bus triggers. What cannot be bound throws <see cref="BindingException"/>.</summary>
internal static class MessageEnvelopes
{
    public static Envelope One(ServiceBusTrigger trigger, ReceivedMessage message, BrokerClient client, SystemData system)
    {
        var data = MessageMetadata.One(message, client);
        data.Add("sys", system.ToJson());
        if (trigger.BodyType == BodyType.Binary)
            return new(trigger.Binding, Bind(message, MessageText.BytesOf), data);
        var text = Bind(message, MessageText.FromBody);
        BodyMembers.CopyInto(data, text);
        return new(trigger.Binding, text, data);
    }

    public static Envelope Many(ServiceBusTrigger trigger, IReadOnlyList<ReceivedMessage> messages, BrokerClient client, SystemData system)
    {
        var data = MessageMetadata.Many(messages, client);
        data.Add("sys", system.ToJson());
        object value = trigger.BodyType switch
        {
            BodyType.Binary => messages.Select(m => Bind(m, MessageText.BytesOf)).ToArray(),
            BodyType.Text => messages.Select(m => Bind(m, MessageText.FromBody)).ToArray(),
            _ => messages.Select(m => Bind(m, body => JToken.Parse(MessageText.FromBody(body)))).ToArray()
        };
        return new(trigger.Binding, value, data);
    }

    private static T Bind<T>(ReceivedMessage message, Func<object?, T> read)
    {
        try
        {
            return read(message.Body);
        }
        catch (Exception error) when (error is NotSupportedException or JsonException)
        {
            throw new BindingException($"message {message.SequenceNumber} cannot be bound: {error.Message}", error);
        }
    }
}
