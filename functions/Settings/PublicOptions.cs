using Alerting.Adapters;

namespace Alerting.Functions;

/// <summary>How the world sees us.</summary>
internal sealed record PublicOptions : ICheckedOptions
{
    /// <summary>Name of the settings section.</summary>
    public const string Section = "Public";

    /// <summary>Address under which callers reach this app, without <c>/api</c>; signatures of webhooks are made over it.</summary>
    public string BaseUrl { get; init; } = "";

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (!Uri.TryCreate(BaseUrl, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
            yield return $"BaseUrl must be the public address of the app, such as https://alerting.example.org; it is '{BaseUrl}'.";
    }
}
