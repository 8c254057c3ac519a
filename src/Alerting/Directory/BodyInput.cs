namespace Alerting.Directory;

/// <summary>A body as somebody sent it; nothing is checked yet. See <see cref="DirectoryRules"/>.</summary>
public sealed record BodyInput
{
    /// <summary>See <see cref="Body.Id"/>.</summary>
    public string? Id { get; init; }

    /// <summary>See <see cref="Body.Name"/>.</summary>
    public string? Name { get; init; }

    /// <summary>See <see cref="Body.Place"/>.</summary>
    public string? Place { get; init; }

    /// <summary>See <see cref="Body.Sectors"/>; null means none.</summary>
    public IReadOnlyList<string?>? Sectors { get; init; }

    /// <summary>See <see cref="Body.Tier"/>.</summary>
    public int? Tier { get; init; }

    /// <summary>See <see cref="Body.Contacts"/>.</summary>
    public IReadOnlyList<ContactInput?>? Contacts { get; init; }
}
