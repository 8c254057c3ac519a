using MailKit.Net.Smtp;

namespace Alerting.Adapters.Smtp;

/// <summary>The use of one connection. It goes back to the others only when it is said to be good.</summary>
internal sealed class SmtpLease(SmtpConnections home, SmtpClient client, bool isUsed) : IDisposable
{
    private bool isGood;

    public SmtpClient Client => client;

    /// <summary>Whether it served before: then the server may have closed it meanwhile.</summary>
    public bool IsUsed => isUsed;

    public void Keep() => isGood = true;

    public void Dispose() => home.Return(client, isGood);
}
