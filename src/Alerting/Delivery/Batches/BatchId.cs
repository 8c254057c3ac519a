using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Alerting.Declarations;
using Alerting.Delivery.Channels;

namespace Alerting.Delivery.Batches;

/// <summary>Names a delivery batch: alert, channel, tier and number, such as <c>20190318-7K3Q9F.sms.1.00003</c>. Sorts by alert, channel and tier.</summary>
/// <remarks>Calls follow text messages, so a round of calls is named after their batch: <c>20190318-7K3Q9F.voice.1.00003.001</c>.</remarks>
/// <param name="Value">The text form.</param>
public readonly partial record struct BatchId(string Value)
{
    /// <summary>The name of batch <paramref name="number"/> (from 0) of an alert, channel and tier.</summary>
    public static BatchId Of(DeclarationId alert, Channel channel, int tier, int number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{alert}.{Name(channel)}.{tier}.{number:D5}"));

    /// <summary>The name of a round of calls to recipients of a batch of text messages.</summary>
    /// <param name="round">From 1 to <see cref="MostRounds"/>.</param>
    public BatchId Calls(int round) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{Value.Replace(".sms.", ".voice.", StringComparison.Ordinal)}.{round:D3}"));

    /// <summary>Most rounds of calls that a batch of text messages can have.</summary>
    public const int MostRounds = 999;

    /// <summary>The batch of text messages that a round of calls follows; any other batch itself.</summary>
    public BatchId Texts => Channel == Channel.Voice ? new(Value[..^4].Replace(".voice.", ".sms.", StringComparison.Ordinal)) : this;

    /// <summary>The alert that the batch belongs to.</summary>
    public DeclarationId Alert => new(Value[..Value.IndexOf('.', StringComparison.Ordinal)]);

    /// <summary>Tier of its bodies, 1 to 3.</summary>
    public int Tier => int.Parse(Value.Split('.')[2], CultureInfo.InvariantCulture);

    /// <summary>Its number among those of its alert, channel and tier, from 0.</summary>
    public int Number => int.Parse(Value.Split('.')[3], CultureInfo.InvariantCulture);

    /// <summary>The batch of another alert with the same channel, tier and number.</summary>
    public BatchId For(DeclarationId alert) => new(alert.Value + Value[Value.IndexOf('.', StringComparison.Ordinal)..]);

    /// <summary>The channel it goes out by.</summary>
    public Channel Channel =>
        Value.Contains(".sms.", StringComparison.Ordinal) ? Channel.Sms
        : Value.Contains(".voice.", StringComparison.Ordinal) ? Channel.Voice
        : Channel.Email;

    /// <summary>Reads an id; false when the text has not the form of one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out BatchId id)
    {
        id = new(text ?? "");
        return text is not null && Form().IsMatch(text);
    }

    /// <inheritdoc />
    public override string ToString() => Value;

    private static string Name(Channel channel) => channel == Channel.Sms ? "sms" : "email";

    [GeneratedRegex(@"\A[0-9]{8}-[0-9A-HJKMNP-TV-Z]{6}\.((sms|email)\.[1-3]\.[0-9]{5}|voice\.[1-3]\.[0-9]{5}\.[0-9]{3})\z")]
    private static partial Regex Form();
}
