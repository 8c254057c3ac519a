using System.Globalization;
using System.Text;
using Alerting.Testing;

namespace Alerting.Benchmarks;

/// <summary>People with telephone and email in three places far from each other, and telephones everywhere at which the provider stumbles.</summary>
/// <remarks>Who must be told follows from this alone, and not from what the system says.</remarks>
internal sealed class SoakDirectory(int recipients)
{
    private const int ContactsPerBody = 50;
    private const int OddBody = 9999;

    // Numbers with a meaning: see local/Twilio/README.md. Each is told in the end: 429 and 500 twice, no answer, taken and cut, taken and silent.
    private static readonly string[] Stumbling =
        ["+3197099942901", "+3197099942902", "+3197099950001", "+3197099950002", "+3197099990001", "+3197099990101", "+3197099990102", "+3197099990401"];

    // A wrong number and a fixed line.
    private static readonly string[] Refused = ["+3197099921100", "+3197099961400"];

    /// <summary>Utrecht, Groningen, Maastricht.</summary>
    public static IReadOnlyList<string> Places { get; } = ["GM0344", "GM0014", "GM0935"];

    /// <summary>How many are refused in every alert.</summary>
    public static int RefusedCount => Refused.Length;

    /// <summary>The numbers that must get a message about a scope.</summary>
    public IReadOnlySet<string> Told(SoakScope scope) =>
        Enumerable.Range(0, recipients).Where(number => scope.Places.Contains(PlaceOf(number))).Select(TelephoneDirectory.Number).Concat(Stumbling).ToHashSet();

    /// <summary>The addresses that must get an email, wherever it is about.</summary>
    public IEnumerable<string> Readers => Enumerable.Range(0, recipients).Select(EmailOf);

    /// <summary>A CSV file for the import.</summary>
    public string File()
    {
        var text = new StringBuilder("body_id,body_name,place,sectors,tier,contact_id,function,language,order,phone,phone_verified_at,email,email_verified_at\n");
        for (var number = 0; number < recipients; number++)
            Add(text, number / ContactsPerBody, PlaceOf(number), number % ContactsPerBody, TelephoneDirectory.Number(number), EmailOf(number));
        foreach (var (index, number) in Stumbling.Concat(Refused).Index())
            Add(text, OddBody, "NL", index, number, "");
        return text.ToString();
    }

    private static string EmailOf(int number) => string.Create(CultureInfo.InvariantCulture, $"officer-{number}@soak.example");

    private static string PlaceOf(int number) => Places[number / ContactsPerBody % Places.Count];

    private static void Add(StringBuilder text, int body, string place, int contact, string phone, string email) =>
        text.Append(CultureInfo.InvariantCulture, $"soak-{body:D4},Soak {body:D4},{place},,{(body % 4 % 3) + 1},c{contact:D2},Duty officer,en,{contact + 1},{phone},,{email},\n");
}
