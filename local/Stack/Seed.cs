using System.Net;
using System.Net.Http.Headers;
using Alerting.Local.SignIn;

namespace Alerting.Local.Stack;

/// <summary>On the first start, imports the demonstration directory as the directory's administrator would: through the API.</summary>
internal static class Seed
{
    private const int MostOfAnAnswer = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task PlantAsync(Plan plan, Telling telling, CancellationToken ct)
    {
        var (file, marker) = (plan.InRepository("local/demo/directory.csv"), plan.InData("seeded"));
        if (File.Exists(marker))
            return;
        if (!File.Exists(file))
        {
            telling.Say($"no demonstration directory to import: {file} is missing");
            return;
        }
        var (status, answer) = await ImportAsync(plan, file, ct);
        telling.Say(Describe(status, answer));
        if (status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent)
            await File.WriteAllTextAsync(marker, "The demonstration directory was imported.\n", ct);
    }

    private static string Describe(HttpStatusCode status, string answer) => status switch
    {
        HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent => "imported the demonstration directory",
        HttpStatusCode.NotFound => "no demonstration directory imported: the function app has no import",
        _ => $"the demonstration directory was refused with {(int)status}: {answer[..Math.Min(answer.Length, MostOfAnAnswer)]}",
    };

    private static async Task<(HttpStatusCode Status, string Answer)> ImportAsync(Plan plan, string file, CancellationToken ct)
    {
        using var web = new HttpClient { Timeout = Patience };
        using var minted = await web.PostAsJsonAsync(plan.Url("signin") + "_tokens", new TokenRequest("directory-admin"), ct);
        var token = await minted.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<TokenAnswer>(ct);
        using var request = new HttpRequestMessage(HttpMethod.Post, plan.Url("functions") + "api/bodies/import")
        {
            Content = new StreamContent(File.OpenRead(file)) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv", "utf-8") } },
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token!.AccessToken) },
        };
        using var answer = await web.SendAsync(request, ct);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(ct));
    }
}
