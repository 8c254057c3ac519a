using System.Net.Http.Json;
using System.Text.Json;

namespace Alerting.Testing;

/// <summary>The mailboxes.</summary>
public sealed class MailDoor : IDisposable
{
    private const int PageSize = 500;
    private readonly HttpClient http;

    internal MailDoor(Uri address) => http = new() { BaseAddress = address };

    /// <summary>How many mails there are.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken) => (await AllAsync(cancellationToken)).Count;

    /// <summary>Every mail, one entry for each reader.</summary>
    public async Task<IReadOnlyList<Mail>> AllAsync(CancellationToken cancellationToken)
    {
        var found = new List<Mail>();
        for (var skip = 0; ; skip += PageSize)
        {
            var page = await http.GetFromJsonAsync<List<JsonElement>>($"api/email?skip={skip}&limit={PageSize}", cancellationToken);
            if (page is not { Count: > 0 })
                return found;
            found.AddRange(page.SelectMany(Read));
        }
    }

    public void Dispose() => http.Dispose();

    private static IEnumerable<Mail> Read(JsonElement mail) =>
        from reader in mail.GetProperty("to").EnumerateArray()
        select new Mail(reader.GetProperty("address").GetString()!, mail.GetProperty("subject").GetString()!, mail.GetProperty("text").GetString()!, mail.GetProperty("headers").GetProperty("message-id").GetString()!);
}
