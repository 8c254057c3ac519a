using Alerting.Directory;
using Alerting.Readiness;

namespace Alerting.Functions;

/// <summary>A contact as callers see it, addresses whole: only those who work with the directory get here.</summary>
/// <param name="Id">Its id within the body.</param>
/// <param name="Function">Function for people.</param>
/// <param name="Language"><c>nl</c> or <c>en</c>.</param>
/// <param name="Order">Place in the duty order, from 1.</param>
/// <param name="Phone">Number in E.164 form, or null.</param>
/// <param name="PhoneVerifiedAt">When the number was last shown to be right, or null.</param>
/// <param name="PhoneRejected">Why and when a provider rejected the number; null when none did, it has worked since, or was verified since.</param>
/// <param name="Email">Email address, or null.</param>
/// <param name="EmailVerifiedAt">When the address was last shown to be right, or null.</param>
/// <param name="EmailRejected">Likewise for the email address.</param>
internal sealed record ContactDocument(
    string Id,
    string Function,
    string Language,
    int Order,
    string? Phone,
    DateTimeOffset? PhoneVerifiedAt,
    RejectionDocument? PhoneRejected,
    string? Email,
    DateTimeOffset? EmailVerifiedAt,
    RejectionDocument? EmailRejected)
{
    public static ContactDocument Of(Contact contact, AddressWords words) => new(
        contact.Id,
        contact.Function,
        contact.Language == Texts.Language.Dutch ? "nl" : "en",
        contact.Order,
        contact.Phone?.Value,
        contact.PhoneVerifiedAt,
        RejectionDocument.Of(words.RejectionOf(contact.Phone, contact.PhoneVerifiedAt)),
        contact.Email?.Value,
        contact.EmailVerifiedAt,
        RejectionDocument.Of(words.RejectionOf(contact.Email, contact.EmailVerifiedAt)));
}
