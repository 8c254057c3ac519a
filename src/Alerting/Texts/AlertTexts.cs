using System.Collections.Concurrent;
using Alerting.Declarations;
using Alerting.Delivery.Batches;
using Alerting.Delivery.Channels;

namespace Alerting.Texts;

/// <summary>Writes what recipients read and hear, from templates.</summary>
public sealed class AlertTexts : IAlertTexts
{
    private const int MaxIssuer = 11;
    private const int KeptSets = 16;

    private readonly ConcurrentDictionary<(DeclarationId, DeclarationKind), AlertTextSet> _sets = new();
    private readonly string _issuer;

    /// <summary>Texts in the name of an issuer.</summary>
    /// <param name="issuer">Who speaks: 1 to 11 characters of the GSM-7 alphabet without its extension.</param>
    /// <exception cref="ArgumentException">The name would not fit a text message.</exception>
    public AlertTexts(string issuer = "NCTV")
    {
        if (issuer.Length is 0 or > MaxIssuer || issuer.Any(c => Gsm7.Cost(c) != 1 || char.IsControl(c)))
            throw new ArgumentException($"The issuer's name has 1 to {MaxIssuer} characters of the GSM-7 alphabet.", nameof(issuer));
        _issuer = issuer;
    }

    /// <summary>Writes one text.</summary>
    /// <exception cref="ArgumentException">The declaration is not approved.</exception>
    public RenderedText Render(AlertTextInput input)
    {
        var words = AlertWords.Of(input.Declaration, _issuer);
        return input.Channel switch
        {
            Channel.Sms => new(null, SmsText.Write(words, input.Language, input.Position), Templates.Current.Version),
            Channel.Voice => new(null, VoiceText.Write(words, input.Language, input.Position), Templates.Current.Version),
            _ => EmailText.Write(words, input.Language, input.Position),
        };
    }

    /// <inheritdoc />
    public string Sms(Declaration declaration, Recipient recipient) =>
        SetOf(declaration).For(Channel.Sms, recipient.Language, recipient.Position).Body;

    /// <inheritdoc />
    public string Voice(Declaration declaration, Recipient recipient) =>
        SetOf(declaration).For(Channel.Voice, recipient.Language, recipient.Position).Body;

    /// <inheritdoc />
    public string Thanks(Declaration declaration, Recipient recipient) =>
        VoiceText.Thanks(AlertWords.Of(declaration, _issuer), recipient.Language);

    /// <inheritdoc />
    public (string Subject, string Body) Email(Declaration declaration, Recipient recipient)
    {
        var text = SetOf(declaration).For(Channel.Email, recipient.Language, recipient.Position);
        return (text.Subject!, text.Body);
    }

    // An approved declaration never changes, so its id stands for its texts; who never heard what it corrects reads it as one that sets a level.
    // Few alerts run at once.
    private AlertTextSet SetOf(Declaration declaration)
    {
        if (_sets.Count > KeptSets)
            _sets.Clear();
        return _sets.GetOrAdd((declaration.Id, declaration.Kind), static (_, args) => AlertTextSet.Of(args.declaration, args.texts), (declaration, texts: this));
    }
}
