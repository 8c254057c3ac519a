using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Alerting.Delivery.Channels;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Alerting.Adapters.Smtp;

/// <summary>What a failure means for the delivery.</summary>
internal static partial class SmtpAnswers
{
    /// <summary>The server's or the network's doing, not a fault of this program.</summary>
    public static bool IsOutside(Exception failure) =>
        failure is CommandException or ProtocolException or IOException or SocketException or AuthenticationException or SslHandshakeException
            or ServiceNotConnectedException or ServiceNotAuthenticatedException or NotSupportedException or OperationCanceledException or ObjectDisposedException;

    /// <summary>The connection broke without an answer: before the text was on its way nothing was taken, and another connection may serve.</summary>
    public static bool IsBroken(Exception failure) =>
        failure is ProtocolException or IOException or SocketException or ServiceNotConnectedException or ObjectDisposedException
        || failure is SmtpCommandException { StatusCode: SmtpStatusCode.ServiceNotAvailable };

    /// <summary>The outcome.</summary>
    /// <param name="failure">What <see cref="IsOutside"/> accepts.</param>
    /// <param name="textWasSent">Whether any of the message was on its way.</param>
    public static SendOutcome Of(Exception failure, bool textWasSent) => failure switch
    {
        SmtpCommandException answer => new(KindOf(answer), Code: string.Create(CultureInfo.InvariantCulture, $"smtp-{(int)answer.StatusCode}")),
        // Our credentials, or the server's certificate: no fault of the recipient, and an operator can mend it.
        AuthenticationException or ServiceNotAuthenticatedException => new(SendKind.TryLater, Code: "smtp-login"),
        SslHandshakeException => new(SendKind.TryLater, Code: "smtp-tls"),
        // The address needs an extension that the server has not.
        NotSupportedException => new(SendKind.Rejected, Code: "smtp-address"),
        OperationCanceledException => new(textWasSent ? SendKind.Unknown : SendKind.TryLater, Code: "smtp-timeout"),
        _ => new(textWasSent ? SendKind.Unknown : SendKind.TryLater, Code: textWasSent ? "smtp-connection-lost" : "smtp-no-connection"),
    };

    private static SendKind KindOf(SmtpCommandException answer) => answer.ErrorCode switch
    {
        // An answer below 500 asks to try again; a refused sender is ours to mend.
        _ when (int)answer.StatusCode < 500 => SendKind.TryLater,
        SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted => SpeaksOfMailbox(answer) ? SendKind.Rejected : SendKind.Refused,
        _ => SendKind.TryLater,
    };

    // The enhanced code says what was wrong (RFC 3463): 5.1 is the address, but 5.1.7 and 5.1.8 the sender's and 5.1.0 anybody's; 5.2.1 a
    // mailbox that is closed. All others, such as 5.7.1, a policy, or 5.2.2, a full mailbox, say nothing against the address.
    // A server without them means the mailbox when it refuses the recipient with 550, 551 or 553 (RFC 5321).
    private static bool SpeaksOfMailbox(SmtpCommandException answer) => EnhancedCode().Match(answer.Message) is { Success: true, Value: var code }
        ? code is "5.2.1" || (code.StartsWith("5.1.", StringComparison.Ordinal) && code is not ("5.1.0" or "5.1.7" or "5.1.8"))
        : answer.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)answer.StatusCode is (550 or 551 or 553);

    [GeneratedRegex(@"\A5\.[0-9]{1,3}\.[0-9]{1,3}\b")]
    private static partial Regex EnhancedCode();
}
