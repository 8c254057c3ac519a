namespace Alerting.Declarations;

/// <summary>The edition of the Dreigingsbeeld Terrorisme Nederland that a declaration follows from.</summary>
/// <param name="Label">Number or name of the edition, such as <c>48</c> or <c>december 2023</c>; 1 to 60 characters.</param>
/// <param name="Reference">Document reference, such as <c>kst-29754-468</c>; at most 100 characters, null when there is none.</param>
public sealed record Dtn(string Label, string? Reference);
