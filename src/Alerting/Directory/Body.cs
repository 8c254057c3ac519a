namespace Alerting.Directory;

/// <summary>A subscribed organisation.</summary>
public sealed record Body
{
    /// <summary>Names the body: 1 to 64 lower-case letters, digits and dashes, such as <c>gm0344</c> or <c>st-ut</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Name as shown to people; 1 to 120 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Code of the place it is responsible for: <c>NL</c>, <c>PV..</c>, <c>VR..</c>, <c>GM....</c> or a site code.</summary>
    public required string Place { get; init; }

    /// <summary>Sectors it belongs to, by name; may be empty.</summary>
    public required IReadOnlyList<string> Sectors { get; init; }

    /// <summary>Who is told first: 1 (first) to 3.</summary>
    public required int Tier { get; init; }

    /// <summary>At most 100, ids distinct.</summary>
    public required IReadOnlyList<Contact> Contacts { get; init; }
}
