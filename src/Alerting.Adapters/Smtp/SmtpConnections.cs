using System.Collections.Concurrent;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Alerting.Adapters.Smtp;

/// <summary>Connections that are kept, because a new one costs many times what a mail costs.</summary>
internal sealed class SmtpConnections(SmtpOptions options, TimeProvider time) : IDisposable
{
    // A server may have hung up on a connection that was quiet so long; asking costs a round trip.
    private static readonly TimeSpan TrustedQuiet = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim free = new(options.Connections);
    private readonly ConcurrentStack<(SmtpClient Client, long Since)> quiet = new();

    /// <summary>A connection that answers, for one mail. Give it back by <see cref="Return"/>.</summary>
    public async Task<SmtpClient> TakeAsync(CancellationToken cancellationToken)
    {
        await free.WaitAsync(cancellationToken);
        try
        {
            while (quiet.TryPop(out var kept))
            {
                if (await AnswersAsync(kept.Client, kept.Since, cancellationToken))
                    return kept.Client;
                kept.Client.Dispose();
            }

            return await ConnectAsync(cancellationToken);
        }
        catch
        {
            free.Release();
            throw;
        }
    }

    /// <summary>Keeps a connection for the next mail, or closes it when something went wrong on it.</summary>
    public void Return(SmtpClient client, bool isGood)
    {
        if (isGood && client.IsConnected)
            quiet.Push((client, time.GetTimestamp()));
        else
            client.Dispose();
        free.Release();
    }

    public void Dispose()
    {
        while (quiet.TryPop(out var kept))
            kept.Client.Dispose();
        free.Dispose();
    }

    private async Task<bool> AnswersAsync(SmtpClient client, long since, CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(since) < TrustedQuiet)
            return client.IsConnected;
        try
        {
            await client.NoOpAsync(cancellationToken);
            return true;
        }
        catch (Exception failure) when (SmtpEmail.IsBroken(failure))
        {
            return false;
        }
    }

    private async Task<SmtpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        var client = new SmtpClient { Timeout = (int)options.Timeout.TotalMilliseconds };
        try
        {
            await client.ConnectAsync(options.Host, options.Port, SocketOptions(options.Security), cancellationToken);
            if (options.UserName.Length > 0)
                await client.AuthenticateAsync(options.UserName, options.Password, cancellationToken);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private static SecureSocketOptions SocketOptions(SmtpSecurity security) => security switch
    {
        SmtpSecurity.None => SecureSocketOptions.None,
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.SslOnConnect,
    };
}
