using System.Net.Http.Headers;
using System.Text;

namespace Alerting.Functions.Tests;

/// <summary>Sends what a test says, byte for byte.</summary>
internal static class Requests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Task<HttpResponseMessage> PostJsonAsync(this HttpClient client, string path, string json) =>
        client.PostAsync(path, Content(json, "application/json"), Token);

    public static Task<HttpResponseMessage> PutJsonAsync(this HttpClient client, string path, string json) =>
        client.PutAsync(path, Content(json, "application/json"), Token);

    public static Task<HttpResponseMessage> PostCsvAsync(this HttpClient client, string path, string csv) =>
        client.PostAsync(path, Content(csv, "text/csv"), Token);

    /// <summary>A body of a content type, in UTF-8, without saying so.</summary>
    public static ByteArrayContent Content(string text, string? mediaType)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        if (mediaType is not null)
            content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return content;
    }
}
