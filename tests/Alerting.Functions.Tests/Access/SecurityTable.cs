using Alerting.Testing;

namespace Alerting.Functions.Tests.Access;

/// <summary>The table in docs/security.md.</summary>
internal static class SecurityTable
{
    public const string Everybody = "everybody";
    public const string Provider = "the provider, by its signature";

    /// <summary>Who may call, by method and path.</summary>
    public static IReadOnlyDictionary<string, string> Rows { get; } = File.ReadLines(Repository.PathTo("docs", "security.md"))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(cells => cells[1].Trim('`'), cells => cells[2]);

    /// <summary>The rows that ask for a role, with the roles.</summary>
    public static IEnumerable<(string Line, string[] Roles)> ByRole => Rows
        .Where(row => row.Value is not (Everybody or Provider))
        .Select(row => (row.Key, row.Value.Split(", ")));
}
