using System.Text.RegularExpressions;

namespace Alerting.Adapters.Tables;

/// <summary>Where the tables are: section <c>Tables</c>.</summary>
public sealed partial record TablesOptions : ICheckedOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Tables";

    /// <summary>Connection string of a storage account or of Azurite; null when <see cref="Endpoint"/> is given.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Table endpoint, such as <c>https://account.table.core.windows.net</c>, used with the app's own identity; null when there is a connection string.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>Put before every table name, so that several systems can share an account: letters and digits, at most 30, the first a letter. Empty by default.</summary>
    public string Prefix { get; set; } = "";

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(ConnectionString) == (Endpoint is null))
            yield return "ConnectionString or Tables:Endpoint must be given, and not both.";
        if (Endpoint is { } endpoint && !(endpoint.IsAbsoluteUri && endpoint.Scheme == Uri.UriSchemeHttps))
            yield return "Endpoint must be an https address.";
        if (!PrefixForm().IsMatch(Prefix))
            yield return "Prefix must be letters and digits, at most 30, the first a letter.";
    }

    [GeneratedRegex(@"\A([A-Za-z][A-Za-z0-9]{0,29})?\z")]
    private static partial Regex PrefixForm();
}
