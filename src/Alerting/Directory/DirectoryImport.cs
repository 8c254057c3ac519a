namespace Alerting.Directory;

/// <summary>What a file asks to put into the directory; every rule has been checked.</summary>
/// <param name="Bodies">By first appearance in the file; ids distinct.</param>
/// <param name="Contacts">How many contacts they have together.</param>
public sealed record DirectoryImport(IReadOnlyList<Body> Bodies, int Contacts);
