using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace Alerting.Local.Tests.Functions;

/// <summary>A handler that keeps each request byte for byte and gives the answers it was told to.</summary>
internal sealed class RecordingHandler : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Channel<RecordedRequest> requests = Channel.CreateUnbounded<RecordedRequest>();
    private readonly Func<RecordedRequest, Task<ScriptedAnswer>> answer;
    private readonly Task accepting;

    public RecordingHandler(Func<RecordedRequest, ScriptedAnswer> answer)
        : this(request => Task.FromResult(answer(request)))
    {
    }

    public RecordingHandler(Func<RecordedRequest, Task<ScriptedAnswer>> answer)
    {
        this.answer = answer;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public ChannelReader<RecordedRequest> Requests => requests.Reader;

    public List<RecordedRequest> Taken()
    {
        var taken = new List<RecordedRequest>();
        while (requests.Reader.TryRead(out var request))
            taken.Add(request);
        return taken;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await accepting;
        listener.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
                connections.Add(ServeAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            var stream = client.GetStream();
            while (await ReadAsync(stream) is { } request)
            {
                await requests.Writer.WriteAsync(request, stop.Token);
                var scripted = await answer(request).WaitAsync(stop.Token);
                if (scripted.Status == ScriptedAnswer.NeverAnswers)
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, stop.Token);
                await stream.WriteAsync(scripted.ToBytes(), stop.Token);
                if (scripted.Closes)
                    return;
            }
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // The other side left, or the test is over.
        }
    }

    private async Task<RecordedRequest?> ReadAsync(NetworkStream stream)
    {
        if (await ReadLineAsync(stream) is not { Length: > 0 } line)
            return null;
        var headers = new List<KeyValuePair<string, string>>();
        while (await ReadLineAsync(stream) is { Length: > 0 } header)
            headers.Add(new(header[..header.IndexOf(':')], header[(header.IndexOf(':') + 1)..].Trim()));
        var request = new RecordedRequest(line, headers, []);
        return request with
        {
            Body = request.Framing switch
            {
                "chunked" => await ReadChunksAsync(stream),
                "content-length" => await ReadExactlyAsync(stream, int.Parse(request.Header("Content-Length")!, CultureInfo.InvariantCulture)),
                _ => []
            }
        };
    }

    private async Task<byte[]> ReadChunksAsync(NetworkStream stream)
    {
        var body = new List<byte>();
        while (int.Parse((await ReadLineAsync(stream))!, NumberStyles.HexNumber, CultureInfo.InvariantCulture) is > 0 and var size)
        {
            body.AddRange(await ReadExactlyAsync(stream, size));
            await ReadLineAsync(stream);
        }
        await ReadLineAsync(stream);
        return [.. body];
    }

    private async Task<byte[]> ReadExactlyAsync(NetworkStream stream, int count)
    {
        var bytes = new byte[count];
        await stream.ReadExactlyAsync(bytes, stop.Token);
        return bytes;
    }

    private async Task<string?> ReadLineAsync(NetworkStream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, stop.Token) == 1)
        {
            if (one[0] == '\n')
                return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }
        return null;
    }
}
