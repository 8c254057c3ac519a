using Alerting.Delivery.Channels;
using MimeKit;
using MimeKit.Text;
using MimeKit.Utils;

namespace Alerting.Adapters.Smtp;

/// <summary>An alert as a mail.</summary>
internal static class SmtpMessage
{
    public static MimeMessage Of(EmailMessage message, MailboxAddress from, MailboxAddress to, DateTimeOffset now)
    {
        var mail = new MimeMessage
        {
            Subject = message.Subject,
            Date = now,
            MessageId = message.MessageId,
            Importance = MessageImportance.High,
            Body = new TextPart(TextFormat.Plain) { Text = message.Text },
        };
        // A copy: a mail listens to its addresses for changes, and one that outlives it would keep it.
        mail.From.Add(from.Clone());
        mail.To.Add(to);
        // Nobody's absence note shall come back (RFC 3834; the second is Exchange's).
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        mail.Headers.Add("X-Auto-Response-Suppress", "All");
        if (message.InReplyTo is { } original)
        {
            mail.InReplyTo = original;
            mail.References.Add(original);
        }

        // After this a reader may fade or drop it (RFC 4021).
        if (message.Expires is { } end)
            mail.Headers.Add("Expires", DateUtils.FormatDate(end));
        return mail;
    }
}
