using Alerting.Delivery.Channels;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Alerting.Adapters.Smtp;

/// <summary>Mail over SMTP on kept connections.</summary>
public sealed class SmtpEmail(SmtpOptions options, TimeProvider time) : IEmailProvider, IDependency, IDisposable
{
    private readonly MailboxAddress from = MailboxAddress.Parse(options.From);
    private readonly SmtpConnections connections = new(options, time);

    /// <inheritdoc />
    public string Name => "email";

    /// <inheritdoc />
    public async Task<SendOutcome> SendAsync(EmailMessage message, CancellationToken cancellationToken)
    {
        if (!MailboxAddress.TryParse(message.To.Value, out var to))
            return new(SendKind.Rejected, Code: "smtp-address");
        using var mail = SmtpMessage.Of(message, from, to, time.GetUtcNow());
        // One limit around waiting and every try: whoever asks has just looked at time and reason, and does not look again.
        using var limit = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await connections.WaitAsync(either.Token);
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            return SmtpAnswers.Of(failure, textWasSent: false);
        }

        try
        {
            while (true)
            {
                if (await TrySendAsync(mail, either.Token, cancellationToken) is { } outcome)
                    return outcome;
            }
        }
        finally
        {
            connections.Release();
        }
    }

    /// <inheritdoc />
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        using var client = await connections.OpenAsync(cancellationToken);
        await client.NoOpAsync(cancellationToken);
        await client.DisconnectAsync(true, cancellationToken);
    }

    /// <inheritdoc />
    public CredentialFault? FaultOf(Exception failure) => failure is AuthenticationException
        ? CredentialFault.Of(failure.Message, "Put the relay's valid user and password into Smtp:UserName and Smtp:Password and restart the app.")
        : null;

    /// <inheritdoc />
    public void Dispose() => connections.Dispose();

    /// <returns>Null when a kept connection turned out to be closed before the text was on its way: try the next.</returns>
    private async Task<SendOutcome?> TrySendAsync(MimeMessage mail, CancellationToken either, CancellationToken cancellationToken)
    {
        var text = new TextProgress();
        SmtpLease? lease = null;
        try
        {
            lease = await connections.TakeAsync(either);
            await lease.Client.SendAsync(mail, either, text);
            lease.Keep();
            return new(SendKind.Sent, mail.MessageId);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && SmtpAnswers.IsOutside(failure))
        {
            if (lease is { IsUsed: true } && !text.Started && SmtpAnswers.IsBroken(failure))
                return null;
            if (failure is SmtpCommandException)
                lease?.Keep();
            return SmtpAnswers.Of(failure, text.Started);
        }
        finally
        {
            lease?.Dispose();
        }
    }
}
