using System.Collections.Frozen;

namespace Alerting.Scopes;

/// <summary>The catalogue of places: country, 12 provinces, 25 security regions, 342 municipalities, and the larger sites.</summary>
/// <remarks>Source and edition: <c>README.md</c> beside this file. Loaded on first use, then constant.</remarks>
public static class Places
{
    private static readonly FrozenDictionary<string, Place> ByCode =
        PlaceData.Read().ToFrozenDictionary(place => place.Code, StringComparer.OrdinalIgnoreCase);

    /// <summary>All places, larger before smaller, then by code.</summary>
    public static IReadOnlyList<Place> All { get; } =
        [.. ByCode.Values.OrderBy(place => place.Type).ThenBy(place => place.Code, StringComparer.Ordinal)];

    /// <summary>The country.</summary>
    public static Place Netherlands { get; } = Get("NL");

    /// <summary>The place with that code, in upper or lower case; null when there is none.</summary>
    public static Place? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <summary>The place with that code, in upper or lower case.</summary>
    /// <exception cref="KeyNotFoundException">The code was never checked with <see cref="Find"/>.</exception>
    public static Place Get(string code) => Find(code) ?? throw new KeyNotFoundException($"'{code}' is no place.");
}
