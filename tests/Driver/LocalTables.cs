using System.Text.Json;
using Alerting.Adapters.Tables;

namespace Alerting.Testing;

/// <summary>The tables of a running system, for what a test or a question writes or reads by itself.</summary>
public static class LocalTables
{
    public static AlertingTables Of(RunningSystem system)
    {
        var values = JsonElement.Parse(File.ReadAllBytes(system.Addresses.Settings)).GetProperty("Values");
        return new(new TablesOptions
        {
            ConnectionString = values.GetProperty("Tables__ConnectionString").GetString(),
            Prefix = values.TryGetProperty("Tables__Prefix", out var prefix) ? prefix.GetString()! : "",
        });
    }
}
