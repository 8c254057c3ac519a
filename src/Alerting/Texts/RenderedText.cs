namespace Alerting.Texts;

/// <summary>A text as it is sent.</summary>
/// <param name="Subject">Subject of an email; null for a text message.</param>
/// <param name="Body">Plain text; lines end in LF.</param>
/// <param name="TemplateVersion">Version of the templates it was made from, such as <c>v1</c>.</param>
public sealed record RenderedText(string? Subject, string Body, string TemplateVersion);
