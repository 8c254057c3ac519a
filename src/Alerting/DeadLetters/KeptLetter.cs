using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Alerting.Bus;

namespace Alerting.DeadLetters;

/// <summary>A dead letter in the record.</summary>
/// <param name="Id">See <see cref="IdOf"/>.</param>
/// <param name="Letter">The message. Its body may hold personal data.</param>
/// <param name="DrainedAt">When it was taken over from the broker.</param>
/// <param name="Refusal">What we found wrong with it; null when we never refused it, but failed.</param>
/// <param name="Handling">What was decided about it; null while it is open.</param>
public sealed partial record KeptLetter(string Id, DeadLetter Letter, DateTimeOffset DrainedAt, Refusal? Refusal, LetterHandling? Handling = null)
{
    /// <summary>Whether somebody has seen to it.</summary>
    [JsonIgnore]
    public LetterState State => Handling?.State ?? LetterState.Open;

    /// <summary>True when all of its body is kept, so that it can be sent again.</summary>
    [JsonIgnore]
    public bool IsWhole => Letter.Body.Length == Letter.Size;

    /// <summary>The same letter has the same id whoever takes it over. Ids sort the newest first.</summary>
    public static string IdOf(DeadLetter letter)
    {
        // The broker's number alone would repeat in a broker that was set up anew.
        var name = string.Create(CultureInfo.InvariantCulture, $"{letter.Entity}\n{letter.SequenceNumber}\n{letter.EnqueuedAt.UtcTicks}\n{letter.MessageId}");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..16];
        var age = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() - letter.EnqueuedAt.ToUnixTimeMilliseconds();
        return string.Create(CultureInfo.InvariantCulture, $"{age:x12}-{hash}");
    }

    /// <summary>True when the text has the form of an id.</summary>
    public static bool IsId(string? text) => text is not null && Form().IsMatch(text);

    /// <summary>The message that sends it again. Its id is the letter's, so the broker drops a repeat.</summary>
    public BusMessage Replay() => new($"{Id}.replay", Letter.Body)
    {
        Subject = Letter.Subject,
        ContentType = Letter.ContentType ?? "application/octet-stream",
        TraceParent = Letter.TraceParent,
        ReplayOf = Id,
    };

    [GeneratedRegex(@"\A[0-9a-f]{12}-[0-9a-f]{16}\z")]
    private static partial Regex Form();
}
