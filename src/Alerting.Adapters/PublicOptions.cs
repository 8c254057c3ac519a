namespace Alerting.Adapters;

/// <summary>How the outside world reaches this system: section <c>Public</c>.</summary>
public sealed record PublicOptions : ICheckedOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Public";

    /// <summary>Address that providers call back, scheme and host and perhaps a path, as they see it, not as a proxy passes it on.</summary>
    public Uri? BaseUrl { get; set; }

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (BaseUrl is not { IsAbsoluteUri: true, Scheme: "https" or "http", Query: "", Fragment: "" })
            yield return "BaseUrl must be an absolute http or https address without query.";
    }

    /// <summary>The public address of a path of ours.</summary>
    /// <param name="pathAndQuery">Begins with a slash; kept as it is.</param>
    public string AddressOf(string pathAndQuery) => BaseUrl!.AbsoluteUri.TrimEnd('/') + pathAndQuery;
}
