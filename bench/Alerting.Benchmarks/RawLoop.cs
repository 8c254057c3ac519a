using System.Diagnostics;
using System.Net.Http.Headers;

namespace Alerting.Benchmarks;

/// <summary>The least that anybody would have to do: post the same forms to the same place, so many at once, and remember nothing.</summary>
internal static class RawLoop
{
    /// <summary>Messages per second.</summary>
    public static async Task<double> RunAsync(Uri url, AuthenticationHeaderValue authorization, IReadOnlyList<string> forms, int concurrency)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = concurrency });
        var clock = Stopwatch.StartNew();
        var options = new ParallelOptions { MaxDegreeOfParallelism = concurrency };
        await Parallel.ForEachAsync(forms, options, async (form, cancellationToken) =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, url)
            {
                Content = new StringContent(form, new MediaTypeHeaderValue("application/x-www-form-urlencoded")),
            };
            request.Headers.Authorization = authorization;
            using var response = await http.SendAsync(request, cancellationToken);
            response.EnsureSuccessStatusCode();
            await response.Content.CopyToAsync(Stream.Null, cancellationToken);
        });
        return forms.Count / clock.Elapsed.TotalSeconds;
    }
}
