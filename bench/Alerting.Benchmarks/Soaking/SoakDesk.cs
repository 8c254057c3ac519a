using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alerting.Testing;

namespace Alerting.Benchmarks;

/// <summary>Staff who do not give up when nobody answers.</summary>
internal sealed class SoakDesk(RunningSystem system)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Proposes and approves; returns the declaration's id and code.</summary>
    public async Task<(string Id, string Code)> DecideAsync(object proposal, CancellationToken cancellationToken)
    {
        // The same key each time: a proposal whose answer was lost is not made twice.
        var key = Guid.NewGuid().ToString();
        var proposed = await InsistAsync("proposer", http => PostAsync(http, "api/declarations", proposal, key, cancellationToken), cancellationToken);
        var id = proposed.GetProperty("id").GetString()!;
        var approved = await InsistAsync("approver", http => ApproveAsync(http, id, cancellationToken), cancellationToken);
        return (id, approved.GetProperty("code").GetString()!);
    }

    /// <summary>Ids and sequences of all approved declarations.</summary>
    public async Task<IReadOnlyList<(string Id, long Sequence)>> ApprovedAsync(CancellationToken cancellationToken)
    {
        var list = await InsistAsync("auditor", http => http.GetAsync("api/declarations?state=approved", cancellationToken), cancellationToken);
        return [.. list.GetProperty("declarations").EnumerateArray().Select(one => (one.GetProperty("id").GetString()!, one.GetProperty("sequence").GetInt64()))];
    }

    private async Task<JsonElement> InsistAsync(string person, Func<HttpClient, Task<HttpResponseMessage>> ask, CancellationToken cancellationToken)
    {
        using var http = await system.ClientAsync(person, cancellationToken);
        return (await Waiting.UntilAsync(() => TryAsync(() => ask(http), cancellationToken), answer => answer is not null, Patience, cancellationToken))!.Value;
    }

    private static async Task<JsonElement?> TryAsync(Func<Task<HttpResponseMessage>> ask, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await ask();
            if (response.StatusCode >= HttpStatusCode.InternalServerError)
                return null;
            await response.DemandAsync(cancellationToken);
            return await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        }
        catch (HttpRequestException)
        {
            // Nobody answers between two lives.
            return null;
        }
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient http, string path, object body, string key, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add("Idempotency-Key", key);
        return http.SendAsync(request, cancellationToken);
    }

    // An approval whose answer was lost holds; the second one is refused, and the declaration says so itself.
    private static async Task<HttpResponseMessage> ApproveAsync(HttpClient http, string id, CancellationToken cancellationToken)
    {
        var response = await http.PostAsync($"api/declarations/{id}/approve", null, cancellationToken);
        return response.StatusCode == HttpStatusCode.Conflict ? await http.GetAsync($"api/declarations/{id}", cancellationToken) : response;
    }
}
