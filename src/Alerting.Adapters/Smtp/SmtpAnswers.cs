using System.Globalization;
using Alerting.Delivery;
using MailKit.Net.Smtp;

namespace Alerting.Adapters.Smtp;

/// <summary>What a mail server's refusal means for one mail.</summary>
/// <remarks>
/// | answer | means |
/// | --- | --- |
/// | 5xx to the recipient, or to the mail itself | rejected: never for this address |
/// | 5xx to the sender, or out of order | try later: ours to mend, not the recipient's fault |
/// | 4xx | try later (RFC 5321, 4.2.1: transient) |
/// | connection lost, time-out, nonsense | unknown: it may have been taken |
/// </remarks>
internal static class SmtpAnswers
{
    public static SendOutcome Of(SmtpCommandException refusal)
    {
        var isForGood = (int)refusal.StatusCode >= 500
            && refusal.ErrorCode is (SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted);
        var code = ((int)refusal.StatusCode).ToString(CultureInfo.InvariantCulture);
        return new(isForGood ? SendKind.Rejected : SendKind.TryLater, Code: $"smtp-{code}");
    }
}
