using Alerting.Texts;

namespace Alerting.Scopes;

/// <summary>A sector that a level can hold for, wherever its organisations are.</summary>
/// <param name="Code">Lower-case name for programs, such as <c>drinking-water</c>.</param>
/// <param name="Name">Name for people.</param>
public sealed record Sector(string Code, BilingualText Name);
