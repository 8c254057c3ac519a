using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;

namespace Alerting.Testing;

/// <summary>Texts that say nothing but the code.</summary>
public sealed class CodeOnlyTexts : IAlertTexts
{
    public string Sms(Declaration declaration, Recipient recipient) => declaration.Code ?? "";

    public string Voice(Declaration declaration, Recipient recipient) => declaration.Code ?? "";

    public string Thanks(Declaration declaration, Recipient recipient) => "";

    public (string Subject, string Body) Email(Declaration declaration, Recipient recipient) => (declaration.Code ?? "", declaration.Code ?? "");
}
