using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Alerting.Declarations;

namespace Alerting.Delivery;

/// <summary>Names a delivery batch: alert, channel, tier and number, such as <c>20190318-7K3Q9F.sms.1.0003</c>. Sorts by alert, channel and tier.</summary>
/// <param name="Value">The text form.</param>
public readonly partial record struct BatchId(string Value)
{
    /// <summary>The name of batch <paramref name="number"/> (from 0) of an alert, channel and tier.</summary>
    public static BatchId Of(DeclarationId alert, Channel channel, int tier, int number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{alert}.{Name(channel)}.{tier}.{number:D5}"));

    /// <summary>The alert that the batch belongs to.</summary>
    public DeclarationId Alert => new(Value[..Value.IndexOf('.', StringComparison.Ordinal)]);

    /// <summary>The channel it goes out by.</summary>
    public Channel Channel => Value.Contains(".sms.", StringComparison.Ordinal) ? Channel.Sms : Channel.Email;

    /// <summary>Reads an id; false when the text has not the form of one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out BatchId id)
    {
        id = new(text ?? "");
        return text is not null && Form().IsMatch(text);
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    private static string Name(Channel channel) => channel == Channel.Sms ? "sms" : "email";

    [GeneratedRegex(@"\A[0-9]{8}-[0-9A-HJKMNP-TV-Z]{6}\.(sms|email)\.[1-3]\.[0-9]{5}\z")]
    private static partial Regex Form();
}
