using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Alerting.Testing;

/// <summary>What the four people do: fill the directory, propose, approve, look.</summary>
public sealed class StaffDesk(RunningSystem system)
{
    /// <summary>Adds so many telephones to the directory.</summary>
    public Task ImportAsync(int telephones, CancellationToken cancellationToken) =>
        ImportAsync(TelephoneDirectory.Files(telephones), cancellationToken);

    /// <summary>Adds what stands in these CSV files to the directory.</summary>
    public async Task ImportAsync(IEnumerable<string> files, CancellationToken cancellationToken)
    {
        using var http = await system.ClientAsync("directory-admin", cancellationToken);
        foreach (var file in files)
        {
            using var content = new StringContent(file, Encoding.UTF8, "text/csv");
            using var response = await http.PostAsync("api/bodies/import", content, cancellationToken);
            await response.DemandAsync(cancellationToken);
        }
    }

    /// <summary>Proposes a test of level 5 for the whole country; returns the id of the declaration.</summary>
    public Task<string> ProposeAsync(CancellationToken cancellationToken) => ProposeAsync("country", "NL", cancellationToken);

    /// <summary>Proposes a test of level 5 for a scope; returns the id of the declaration.</summary>
    public async Task<string> ProposeAsync(string type, string code, CancellationToken cancellationToken)
    {
        using var http = await system.ClientAsync("proposer", cancellationToken);
        var proposal = new
        {
            kind = "set",
            scope = new { type, code },
            level = 5,
            status = "test",
            until = DateTimeOffset.UtcNow.AddHours(6),
            reason = new { nl = "Meting.", en = "Measurement." },
        };
        using var response = await http.PostAsJsonAsync("api/declarations", proposal, cancellationToken);
        await response.DemandAsync(cancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return answer.GetProperty("id").GetString()!;
    }

    /// <summary>Looks at what an approval would do.</summary>
    public async Task PreviewAsync(string id, CancellationToken cancellationToken)
    {
        using var http = await system.ClientAsync("approver", cancellationToken);
        using var response = await http.GetAsync($"api/declarations/{id}/preview", cancellationToken);
        await response.DemandAsync(cancellationToken);
    }

    public async Task ApproveAsync(string id, CancellationToken cancellationToken)
    {
        using var http = await system.ClientAsync("approver", cancellationToken);
        using var response = await http.PostAsync($"api/declarations/{id}/approve", null, cancellationToken);
        await response.DemandAsync(cancellationToken);
    }

    /// <summary>How many text messages of a declaration's alert staff see as arrived.</summary>
    public async Task<int> DeliveredAsync(string id, CancellationToken cancellationToken)
    {
        using var http = await system.ClientAsync("auditor", cancellationToken);
        var alert = await http.GetFromJsonAsync<JsonElement>($"api/alerts/{id}", cancellationToken);
        return alert.GetProperty("channels").GetProperty("sms").GetProperty("delivered").GetInt32();
    }
}
