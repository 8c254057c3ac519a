using Alerting.Declarations;
using Alerting.Delivery.Batches;

namespace Alerting.Delivery.Channels;

/// <summary>What recipients read and hear. The same for all recipients of one language and position, so an implementation renders each once.</summary>
public interface IAlertTexts
{
    /// <summary>The text message.</summary>
    string Sms(Declaration declaration, Recipient recipient);

    /// <summary>What a call says.</summary>
    string Voice(Declaration declaration, Recipient recipient);

    /// <summary>What a call says when the contact has confirmed.</summary>
    string Thanks(Declaration declaration, Recipient recipient);

    /// <summary>Subject and plain-text body of the email.</summary>
    (string Subject, string Body) Email(Declaration declaration, Recipient recipient);
}
