using Amqp;

namespace Alerting.Local.ServiceBus.Links;

/// <summary>
/// Sends nothing before the client has spoken. The library would write its AMQP header right behind the SASL outcome;
/// rhea leaves bytes that come in one piece with the outcome unread until more arrive, and both sides would wait.
/// </summary>
internal sealed class GatedTransport(IAsyncTransport inner) : IAsyncTransport
{
    private readonly TaskCompletionSource heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void SetConnection(Connection connection) => inner.SetConnection(connection);

    public async Task SendAsync(IList<ByteBuffer> bufferList, int listSize)
    {
        await heard.Task.ConfigureAwait(false);
        await inner.SendAsync(bufferList, listSize).ConfigureAwait(false);
    }

    public async Task<int> ReceiveAsync(byte[] buffer, int offset, int count)
    {
        try
        {
            return await inner.ReceiveAsync(buffer, offset, count).ConfigureAwait(false);
        }
        finally
        {
            heard.TrySetResult();
        }
    }

    public void Send(ByteBuffer buffer) => inner.Send(buffer);

    public int Receive(byte[] buffer, int offset, int count) => inner.Receive(buffer, offset, count);

    public void Close()
    {
        heard.TrySetResult();
        inner.Close();
    }
}
