using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using PhoneNumbers;

namespace Alerting.Directory;

/// <summary>Reads phone numbers that can receive an SMS, as people write them, into E.164 form.</summary>
/// <remarks>
/// Numbers without a country are Dutch. Validity, country and type come from libphonenumber's metadata, in which the
/// Dutch 097 range (machine-to-machine) counts as mobile.
/// </remarks>
public static class MobileNumbers
{
    private const int MaxLength = 40;
    private const string Home = "NL";

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    /// <summary>The countries whose numbers are taken unless configuration names others: the Netherlands.</summary>
    public static IReadOnlySet<string> HomeOnly { get; } = FrozenSet.Create(Home);

    /// <summary>Reads a Dutch number.</summary>
    /// <inheritdoc cref="TryParse(string?, IReadOnlySet{string}, out Address, out Problem?)" />
    public static bool TryParse(string? text, out Address address, [NotNullWhen(false)] out Problem? problem) =>
        TryParse(text, HomeOnly, out address, out problem);

    /// <summary>Reads a number of one of the given countries.</summary>
    /// <param name="text">Digits, with spaces, dashes, dots, slashes and brackets between them; <c>+</c> or <c>00</c> before a country code.</param>
    /// <param name="countries">Countries whose numbers are taken, as ISO 3166-1 codes in capitals.</param>
    /// <param name="address">The number in E.164 form, such as <c>+31612345678</c>.</param>
    /// <param name="problem">Why it was refused, without the number in it and without a field.</param>
    public static bool TryParse(
        string? text, IReadOnlySet<string> countries, out Address address, [NotNullWhen(false)] out Problem? problem)
    {
        address = default;
        problem = Form(text);
        if (problem is not null)
            return false;

        if (!TryRead(text!, out var number))
        {
            problem = NotANumber();
            return false;
        }

        problem = Country(number, countries) ?? Validity(number) ?? Kind(number);
        if (problem is null)
            address = new(Library.Format(number, PhoneNumberFormat.E164));
        return problem is null;
    }

    // libphonenumber also reads letters, extensions, full-width digits and whatever follows them: nobody means those here.
    private static Problem? Form(string? text)
    {
        var trimmed = (text ?? "").AsSpan().Trim();
        if (trimmed.Length is 0 or > MaxLength)
            return NotANumber();

        var rest = trimmed[0] == '+' ? trimmed[1..] : trimmed;
        foreach (var c in rest)
        {
            if (!char.IsAsciiDigit(c) && !" -./()\u00A0\u2011\u2013".Contains(c, StringComparison.Ordinal))
                return NotANumber();
        }

        return null;
    }

    private static bool TryRead(string text, [NotNullWhen(true)] out PhoneNumber? number)
    {
        number = null;
        try
        {
            number = Library.Parse(text, Home);
            return true;
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    private static Problem? Country(PhoneNumber number, IReadOnlySet<string> countries)
    {
        // An invalid number has no region of its own; its country code still names the main country.
        var country = Library.GetRegionCodeForNumber(number) ?? Library.GetRegionCodeForCountryCode(number.CountryCode);
        return countries.Contains(country)
            ? null
            : Problem.Invalid(
                "phone-country",
                "",
                $"This is a number of {Name(country, number.CountryCode)}. Numbers are taken of: {string.Join(", ", countries.Order(StringComparer.Ordinal))}.");
    }

    private static string Name(string country, int code)
    {
        var name = new Locale("", country).GetDisplayCountry("en");
        return string.IsNullOrEmpty(name) ? $"country code +{code}" : $"{name} (+{code})";
    }

    private static Problem? Validity(PhoneNumber number) => Library.IsValidNumber(number)
        ? null
        : Problem.Invalid("phone-invalid", "", "There is no such phone number: too short, too long, or not in a range that is in use.");

    private static Problem? Kind(PhoneNumber number) =>
        Library.GetNumberType(number) is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE
            ? null
            : Problem.Invalid("phone-no-sms", "", "This is not a mobile number, so it cannot receive an SMS. Give a mobile number.");

    private static Problem NotANumber() =>
        Problem.Invalid("phone-form", "", "This is not a phone number. Write it as +31 6 12345678 or 06-12345678, one number, without text.");
}
