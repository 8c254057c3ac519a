using System.Reflection;

namespace Alerting.Functions;

/// <summary>The messages of a trigger with <c>cardinality: many</c>; they are completed or abandoned together.</summary>
/// <param name="All">In the order of the queue, 1 or more.</param>
internal sealed record ReceivedMessages(IReadOnlyList<ReceivedMessage> All)
{
    /// <summary>Lets a function take the messages as a parameter.</summary>
    public static async ValueTask<ReceivedMessages> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        using var envelope = await Envelope.ReadAsync(context);
        return new(envelope.Messages());
    }

    /// <summary>What the messages say. One that says nothing is left out and reported: refusing it would send the whole batch back with it.</summary>
    public IReadOnlyList<T> Read<T>(Func<ReadOnlyMemory<byte>, T?> read, Action<ReceivedMessage> report)
        where T : class
    {
        var found = new List<T>();
        foreach (var message in All)
        {
            if (read(message.Body) is { } item)
                found.Add(item);
            else
                report(message);
        }
        return found;
    }
}
