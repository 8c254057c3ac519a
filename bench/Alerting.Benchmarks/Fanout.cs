using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Alerting.Testing;

namespace Alerting.Benchmarks;

/// <summary>How long does a declaration to N telephones take, and how near does that come to a bare loop?</summary>
internal sealed class Fanout(RunningSystem system, FanoutOptions options)
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(15);

    public async Task<FanoutResult> RunAsync(CancellationToken cancellationToken)
    {
        await ImportAsync(cancellationToken);
        await system.Twilio.ClearAsync(cancellationToken);
        var id = await ProposeAsync(cancellationToken);
        var approvedAt = DateTimeOffset.UtcNow;
        await ApproveAsync(id, cancellationToken);
        var accepted = await WaitAsync(tally => tally.Count >= options.Recipients, cancellationToken);
        var processes = await UseAsync(cancellationToken);
        // What still comes back must not slow the bare loop.
        await WaitAsync(tally => tally.PendingCallbacks == 0, cancellationToken);
        var forms = BenchMessages.Forms(await system.Twilio.MessagesAsync(cancellationToken), system);
        await system.Twilio.ClearAsync(cancellationToken);
        var raw = await RawLoop.RunAsync(system.Twilio.MessagesUrl, system.Twilio.Authorization, forms, options.Concurrency);
        return new(options.Recipients, (accepted.First! - approvedAt).Value.TotalMilliseconds, (accepted.Last! - approvedAt).Value.TotalMilliseconds, raw, processes);
    }

    private async Task ImportAsync(CancellationToken cancellationToken)
    {
        using var http = await system.ClientAsync("directory-admin", cancellationToken);
        foreach (var file in BenchDirectory.Files(options.Recipients))
        {
            using var content = new StringContent(file, Encoding.UTF8, "text/csv");
            using var response = await http.PostAsync("api/bodies/import", content, cancellationToken);
            await response.DemandAsync(cancellationToken);
        }
    }

    private async Task<string> ProposeAsync(CancellationToken cancellationToken)
    {
        using var http = await system.ClientAsync("proposer", cancellationToken);
        var proposal = new
        {
            kind = "set",
            scope = new { type = "country", code = "NL" },
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

    private async Task ApproveAsync(string id, CancellationToken cancellationToken)
    {
        using var http = await system.ClientAsync("approver", cancellationToken);
        using var response = await http.PostAsync($"api/declarations/{id}/approve", null, cancellationToken);
        await response.DemandAsync(cancellationToken);
    }

    private async Task<IReadOnlyDictionary<string, ProcessUse>> UseAsync(CancellationToken cancellationToken)
    {
        var pids = system.Addresses.Parts.ToDictionary(part => part.Role == "functions" ? "functions runner" : part.Role, part => part.Pid!.Value);
        pids["function app"] = await system.FunctionAppAsync(cancellationToken);
        return pids.ToDictionary(part => part.Key, part => ProcessUse.Of(part.Value));
    }

    // The stand-in keeps the times; asking seldom costs the run nothing.
    private Task<Tally> WaitAsync(Func<Tally, bool> until, CancellationToken cancellationToken) =>
        Waiting.UntilAsync(() => system.Twilio.TallyAsync(cancellationToken), until, LongestRun, cancellationToken);
}
