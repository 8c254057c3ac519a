namespace Alerting.Texts;

/// <summary>A text in both languages of the system.</summary>
/// <param name="Nl">Dutch.</param>
/// <param name="En">English.</param>
public sealed record BilingualText(string Nl, string En)
{
    /// <summary>The text in one language.</summary>
    public string In(Language language) => language == Language.Dutch ? Nl : En;
}
