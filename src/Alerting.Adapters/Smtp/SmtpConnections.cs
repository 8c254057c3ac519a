using System.Collections.Concurrent;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Alerting.Adapters.Smtp;

/// <summary>Connections to the mail server, kept between messages.</summary>
internal sealed class SmtpConnections(SmtpOptions options, TimeProvider time) : IDisposable
{
    // Servers close what is idle after minutes; an old connection costs a failed try.
    private static readonly TimeSpan MaxIdle = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim free = new(options.Connections);
    private readonly ConcurrentStack<(SmtpClient Client, DateTimeOffset Since)> idle = [];

    /// <summary>Waits until one of the connections is free.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => free.WaitAsync(cancellationToken);

    public void Release() => free.Release();

    /// <summary>An idle connection, or else a new one. Only for who has waited.</summary>
    public async Task<SmtpLease> TakeAsync(CancellationToken cancellationToken)
    {
        while (idle.TryPop(out var kept))
        {
            if (kept.Client.IsConnected && time.GetUtcNow() - kept.Since < MaxIdle)
                return new(this, kept.Client, true);
            kept.Client.Dispose();
        }

        return new(this, await OpenAsync(cancellationToken), false);
    }

    public void Return(SmtpClient client, bool isGood)
    {
        if (isGood && client.IsConnected)
            idle.Push((client, time.GetUtcNow()));
        else
            client.Dispose();
    }

    public async Task<SmtpClient> OpenAsync(CancellationToken cancellationToken)
    {
        var client = new SmtpClient();
        try
        {
            await client.ConnectAsync(options.Host, options.Port, Security(), cancellationToken);
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

    public void Dispose()
    {
        while (idle.TryPop(out var kept))
            kept.Client.Dispose();
        free.Dispose();
    }

    private SecureSocketOptions Security() => options.Security switch
    {
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };
}
