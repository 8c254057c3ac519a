using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Alerting.Adapters.Tests.Smtp;

/// <summary>A mail server that says yes to everything, unless the script says otherwise for a command.</summary>
internal sealed class ScriptedMailServer : IAsyncDisposable
{
    /// <summary>In the place of an answer: the connection is cut.</summary>
    public const string Cut = "cut";

    /// <summary>In the place of an answer: none ever comes.</summary>
    public const string Hang = "hang";

    /// <summary>In the place of a command: the answer to the text of a message.</summary>
    public const string Text = ".";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopped = new();
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> script = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentBag<TcpClient> open = [];
    private readonly SemaphoreSlim hung = new(0);
    private int connections;

    public ScriptedMailServer()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How many connections there ever were.</summary>
    public int Connections => connections;

    /// <summary>When a client waits for an answer that never comes; the next client the next time.</summary>
    public Task HungAsync(CancellationToken cancellationToken) => hung.WaitAsync(cancellationToken).WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);

    /// <summary>The texts that were taken.</summary>
    public ConcurrentQueue<string> Messages { get; } = [];

    /// <summary>The next answer to a command that begins so, once; later ones are yes again.</summary>
    public void Answer(string command, string answer) => script.GetOrAdd(command, _ => []).Enqueue(answer);

    /// <summary>Cuts every connection there is, as a server does that is restarted.</summary>
    public void CutAll()
    {
        foreach (var client in open)
            client.Client.Close(0);
    }

    public async ValueTask DisposeAsync()
    {
        await stopped.CancelAsync();
        listener.Stop();
        CutAll();
        stopped.Dispose();
        hung.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stopped.IsCancellationRequested)
        {
            var client = await listener.AcceptTcpClientAsync(stopped.Token);
            Interlocked.Increment(ref connections);
            open.Add(client);
            _ = TalkAsync(client);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await SayAsync(client, stream, "greeting", "220 mail.example ESMTP");
        while (await reader.ReadLineAsync(stopped.Token) is { } line)
        {
            var command = line.Split(' ', ':')[0].ToUpperInvariant();
            var goesOn = await SayAsync(client, stream, command, command switch
            {
                "EHLO" => "250 mail.example",
                "DATA" => "354 go on",
                "QUIT" => "221 bye",
                _ => "250 yes",
            });
            if (goesOn && command == "DATA")
                await TakeTextAsync(client, stream, reader);
        }
    }

    private async Task TakeTextAsync(TcpClient client, NetworkStream stream, StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(stopped.Token) is { } line && line != ".")
            text.Append(line).Append('\n');
        // Kept before the client hears of it.
        await SayAsync(client, stream, Text, "250 taken", () => Messages.Enqueue(text.ToString()));
    }

    /// <returns>True when the answer was the usual one.</returns>
    private async Task<bool> SayAsync(TcpClient client, NetworkStream stream, string command, string usual, Action? whenUsual = null)
    {
        var answer = script.TryGetValue(command, out var answers) && answers.TryDequeue(out var scripted) ? scripted : usual;
        if (answer == usual)
            whenUsual?.Invoke();
        if (answer == Cut)
            client.Client.Close(0);
        else if (answer == Hang)
        {
            hung.Release();
            await Task.Delay(Timeout.Infinite, stopped.Token);
        }
        else
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n"), stopped.Token);
        return answer == usual;
    }
}
