using System.Text.RegularExpressions;
using Alerting.Texts;

namespace Alerting.Directory;

/// <summary>Checks the contacts of one body, each by itself and against those before it.</summary>
internal sealed partial class ContactRules(Findings findings, DateTimeOffset now, IReadOnlySet<string> phoneCountries)
{
    private readonly HashSet<string> _ids = [];
    private readonly HashSet<string> _addresses = new(StringComparer.OrdinalIgnoreCase);

    public Contact Check(ContactInput input, string path)
    {
        if (string.IsNullOrWhiteSpace(input.Phone) && string.IsNullOrWhiteSpace(input.Email))
            findings.Add("address-missing", path, "A contact has a phone, an email address, or both.");

        return new Contact
        {
            Id = Id($"{path}.id", input.Id),
            Function = findings.Name($"{path}.function", input.Function, 100),
            Language = LanguageOf($"{path}.language", input.Language),
            Order = Order($"{path}.order", input.Order),
            Phone = Phone($"{path}.phone", input.Phone),
            PhoneVerifiedAt = Verified($"{path}.phoneVerifiedAt", input.PhoneVerifiedAt, input.Phone),
            Email = Email($"{path}.email", input.Email),
            EmailVerifiedAt = Verified($"{path}.emailVerifiedAt", input.EmailVerifiedAt, input.Email),
        };
    }

    private string Id(string field, string? id)
    {
        if (id is null || !IdForm().IsMatch(id))
            findings.Add("id-form", field, "The id has 1 to 40 lower-case letters, digits and dashes, such as mayor.");
        else if (!_ids.Add(id))
            findings.Add("contact-twice", field, "The body has a contact with this id already.");
        return id ?? "";
    }

    private Language LanguageOf(string field, string? code)
    {
        if (code is not ("nl" or "en"))
            findings.Add("language-unknown", field, "The language is nl or en.");
        return code == "en" ? Language.English : Language.Dutch;
    }

    private int Order(string field, int? order)
    {
        if (order is not >= 1)
            findings.Add("order-range", field, "The place in the duty order is a whole number from 1.");
        return order ?? 0;
    }

    private Address? Phone(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (MobileNumbers.TryParse(text, phoneCountries, out var address, out var problem))
            return Once(field, address);
        findings.Add(field, problem);
        return null;
    }

    private Address? Email(string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (EmailAddresses.TryParse(text, out var address, out var problem))
            return Once(field, address);
        findings.Add(field, problem);
        return null;
    }

    private Address Once(string field, Address address)
    {
        if (!_addresses.Add(address.Value))
            findings.Add("address-twice", field, "Another contact of this body has the same address: its owner would be told twice.");
        return address;
    }

    private DateTimeOffset? Verified(string field, string? text, string? address)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (!VerificationTime.TryParse(text.Trim(), out var at))
            findings.Add("time-form", field, "Write a time with offset, such as 2026-09-01T14:00:00+02:00, or a date, such as 2026-09-01.");
        else if (at > now)
            findings.Add("verified-in-future", field, "This moment has not come yet.");
        else if (string.IsNullOrWhiteSpace(address))
            findings.Add("verified-nothing", field, "There is no address that could have been verified.");
        return at;
    }

    [GeneratedRegex(@"\A[a-z0-9-]{1,40}\z")]
    private static partial Regex IdForm();
}
