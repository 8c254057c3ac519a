using System.Globalization;
using System.Text;

namespace Alerting.Testing;

/// <summary>A directory of so many telephones and, where wanted, as many mailboxes, and nothing else.</summary>
public static class TelephoneDirectory
{
    private const int ContactsPerBody = 50;
    private const int LinesPerImport = 20_000;

    /// <summary>CSV files, each within the limit of one import.</summary>
    public static IEnumerable<string> Files(int recipients, bool withEmail = false) =>
        Enumerable.Range(0, recipients).Chunk(LinesPerImport).Select(numbers => File(numbers, withEmail));

    /// <summary>The telephone with a running number, from 0.</summary>
    public static string Number(int number) => string.Create(CultureInfo.InvariantCulture, $"+3197{20_000_000 + number:D9}");

    /// <summary>The mailbox of whoever has the telephone.</summary>
    public static string Email(int number) => string.Create(CultureInfo.InvariantCulture, $"officer-{number}@bench.example");

    /// <summary>The tier of the body that a telephone belongs to, 1 to 3.</summary>
    public static int TierOf(string telephone) => TierOf((int.Parse(telephone[5..], CultureInfo.InvariantCulture) - 20_000_000) / ContactsPerBody);

    private static int TierOf(int body) => (body % 3) + 1;

    private static string File(int[] numbers, bool withEmail)
    {
        var text = new StringBuilder("body_id,body_name,place,sectors,tier,contact_id,function,language,order,phone,phone_verified_at,email,email_verified_at\n");
        foreach (var number in numbers)
        {
            var (body, contact) = Math.DivRem(number, ContactsPerBody);
            var email = withEmail ? Email(number) : "";
            text.Append(CultureInfo.InvariantCulture, $"bench-{body:D5},Bench {body:D5},NL,,{TierOf(body)},c{contact:D2},Duty officer,en,{contact + 1},{Number(number)},,{email},\n");
        }

        return text.ToString();
    }
}
