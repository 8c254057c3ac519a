namespace Alerting.Directory;

/// <summary>One place of an address in the directory.</summary>
/// <param name="Body">The body.</param>
/// <param name="Contact">Its contact that has the address.</param>
public sealed record Listing(Body Body, Contact Contact);
