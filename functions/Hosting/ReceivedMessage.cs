using System.Reflection;

namespace Alerting.Functions;

/// <summary>A Service Bus message as the host handed it over: from a trigger with <c>dataType: binary</c>, so that no part of it can be forged by its body.</summary>
/// <param name="Body">The exact bytes.</param>
/// <param name="MessageId">Given by the sender; empty when he gave none.</param>
/// <param name="SequenceNumber">Given by the broker; 0 when unknown.</param>
/// <param name="DeliveryCount">1 for the first delivery.</param>
/// <param name="Subject">What subscriptions filter on; null for none.</param>
/// <param name="TraceParent">W3C trace context of the sender; null for none.</param>
internal sealed record ReceivedMessage(
    ReadOnlyMemory<byte> Body, string MessageId, long SequenceNumber, int DeliveryCount, string? Subject, string? TraceParent)
{
    /// <summary>Lets a function take the message as a parameter.</summary>
    public static async ValueTask<ReceivedMessage> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        using var envelope = await Envelope.ReadAsync(context);
        return envelope.Message();
    }
}
