namespace Alerting.Directory;

/// <summary>A contact as somebody sent it; nothing is checked yet.</summary>
public sealed record ContactInput
{
    /// <summary>See <see cref="Contact.Id"/>.</summary>
    public string? Id { get; init; }

    /// <summary>See <see cref="Contact.Function"/>.</summary>
    public string? Function { get; init; }

    /// <summary><c>nl</c> or <c>en</c>.</summary>
    public string? Language { get; init; }

    /// <summary>See <see cref="Contact.Order"/>.</summary>
    public int? Order { get; init; }

    /// <summary>A mobile number as people write it; null or empty for none.</summary>
    public string? Phone { get; init; }

    /// <summary>RFC 3339 time with offset, or a date for its midnight in the Netherlands; null or empty for never.</summary>
    public string? PhoneVerifiedAt { get; init; }

    /// <summary>A plain email address; null or empty for none.</summary>
    public string? Email { get; init; }

    /// <summary>As <see cref="PhoneVerifiedAt"/>.</summary>
    public string? EmailVerifiedAt { get; init; }
}
