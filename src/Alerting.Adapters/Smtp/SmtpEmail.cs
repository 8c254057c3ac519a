using System.Net.Sockets;
using Alerting.Delivery;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Alerting.Adapters.Smtp;

/// <summary>Email through a mail server, on kept connections.</summary>
public sealed class SmtpEmail(SmtpOptions options, TimeProvider time) : IEmailProvider, IDependency, IDisposable
{
    private readonly SmtpConnections connections = new(options, time);
    private readonly MailboxAddress sender = MailboxAddress.Parse(options.From);

    /// <inheritdoc />
    public string Name => "mail server";

    /// <inheritdoc />
    public async Task<SendOutcome> SendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(options.Timeout);
        SmtpClient client;
        try
        {
            client = await connections.TakeAsync(patience.Token);
        }
        catch (Exception failure) when (IsBroken(failure) && !cancellationToken.IsCancellationRequested)
        {
            // Nothing was said yet, so nothing was taken.
            return new(SendKind.TryLater, Code: "smtp-no-connection");
        }

        return await SendAsync(client, message, patience.Token, cancellationToken);
    }

    /// <inheritdoc />
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var client = await connections.TakeAsync(cancellationToken);
        var answered = false;
        try
        {
            await client.NoOpAsync(cancellationToken);
            answered = true;
        }
        finally
        {
            connections.Return(client, answered);
        }
    }

    /// <inheritdoc />
    public void Dispose() => connections.Dispose();

    /// <summary>What the network or a confused server does, as against a mistake of ours.</summary>
    internal static bool IsBroken(Exception failure) =>
        failure is IOException or SocketException or ProtocolException or SmtpCommandException or AuthenticationException
            or SslHandshakeException or ServiceNotConnectedException or OperationCanceledException or TimeoutException;

    private async Task<SendOutcome> SendAsync(SmtpClient client, EmailMessage message, CancellationToken patience, CancellationToken cancellationToken)
    {
        var isGood = false;
        try
        {
            using var mail = Mail(message);
            await client.SendAsync(mail, patience);
            isGood = true;
            return new(SendKind.Sent, message.MessageId);
        }
        catch (SmtpCommandException refusal)
        {
            isGood = client.IsConnected;
            return SmtpAnswers.Of(refusal);
        }
        catch (Exception failure) when (IsBroken(failure) && !cancellationToken.IsCancellationRequested)
        {
            return new(SendKind.Unknown, Code: failure is OperationCanceledException or TimeoutException ? "smtp-timeout" : "smtp-connection-lost");
        }
        finally
        {
            connections.Return(client, isGood);
        }
    }

    private MimeMessage Mail(EmailMessage message)
    {
        var mail = new MimeMessage
        {
            Subject = message.Subject,
            MessageId = message.MessageId,
            Date = time.GetUtcNow(),
            Body = new TextPart("plain") { Text = message.Text },
        };
        mail.From.Add(sender);
        mail.To.Add(new MailboxAddress("", message.To.Value));
        // RFC 3834: so that no out-of-office reply comes back.
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Importance = MessageImportance.High;
        if (message.Expires is { } expires)
            mail.Headers.Add("Expires", MimeKit.Utils.DateUtils.FormatDate(expires));
        return mail;
    }
}
