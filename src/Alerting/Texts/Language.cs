namespace Alerting.Texts;

/// <summary>A language in which contacts are told.</summary>
public enum Language
{
    /// <summary>Dutch, code <c>nl</c>.</summary>
    Dutch,

    /// <summary>English, code <c>en</c>.</summary>
    English,
}
