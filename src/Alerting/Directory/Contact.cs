using Alerting.Texts;

namespace Alerting.Directory;

/// <summary>A person or function at a body, and how to reach it.</summary>
public sealed record Contact
{
    /// <summary>Names the contact within its body: 1 to 40 lower-case letters, digits and dashes, such as <c>mayor</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Function, as shown to people, such as <c>Burgemeester</c>; 1 to 100 characters.</summary>
    public required string Function { get; init; }

    /// <summary>Language of the texts.</summary>
    public required Language Language { get; init; }

    /// <summary>Place in the duty order, from 1: who is asked first.</summary>
    public required int Order { get; init; }

    /// <summary>Number for SMS and voice, E.164; null for none. A contact has a phone, an email address, or both.</summary>
    public Address? Phone { get; init; }

    /// <summary>When somebody last showed that the number reaches the contact; null for never.</summary>
    public DateTimeOffset? PhoneVerifiedAt { get; init; }

    /// <summary>Email address; null for none.</summary>
    public Address? Email { get; init; }

    /// <summary>When somebody last showed that the address reaches the contact; null for never.</summary>
    public DateTimeOffset? EmailVerifiedAt { get; init; }
}
