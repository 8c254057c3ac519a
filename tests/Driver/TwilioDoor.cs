using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Alerting.Testing;

/// <summary>The SMS stand-in from the side of the telephones.</summary>
public sealed class TwilioDoor : IDisposable
{
    private readonly HttpClient http;

    internal TwilioDoor(Uri address, JsonElement settings)
    {
        SecondAccount = settings.GetProperty("TwilioSecond__AccountSid").GetString()!;
        Account = settings.GetProperty("Twilio__AccountSid").GetString()!;
        Sender = settings.GetProperty("Twilio__From").GetString()!;
        Token = settings.GetProperty("Twilio__AuthToken").GetString()!;
        Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Account}:{Token}")));
        http = new() { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = Authorization;
    }

    /// <summary>The first of the two providers that it plays.</summary>
    public string Account { get; }

    /// <summary>Its token: what signs requests and webhooks.</summary>
    public string Token { get; }

    /// <summary>What the stand-in wants to see.</summary>
    public AuthenticationHeaderValue Authorization { get; }

    /// <summary>Number or name that messages come from.</summary>
    public string Sender { get; }

    /// <summary>Where messages are posted.</summary>
    public Uri MessagesUrl => new(http.BaseAddress!, $"2010-04-01/Accounts/{Account}/Messages.json");

    /// <summary>The second.</summary>
    public string SecondAccount { get; }

    public async Task<Tally> TallyAsync(CancellationToken cancellationToken)
    {
        var tally = await http.GetFromJsonAsync<JsonElement>("_count", cancellationToken);
        return new(
            tally.GetProperty("outbound").GetInt32(),
            tally.GetProperty("recipients").GetInt32(),
            Time(tally, "firstAcceptedAt"),
            Time(tally, "lastAcceptedAt"),
            tally.GetProperty("callbacks").GetProperty("pending").GetInt32());
    }

    /// <summary>Every message, oldest first.</summary>
    public async Task<IReadOnlyList<Sms>> MessagesAsync(CancellationToken cancellationToken)
    {
        var found = new List<Sms>();
        while (true)
        {
            var after = found.Count == 0 ? 0 : found.Max(message => message.Number);
            var page = await http.GetFromJsonAsync<JsonElement>($"_messages?limit=1000&after={after}", cancellationToken);
            var messages = page.GetProperty("messages").Deserialize<List<Sms>>(JsonSerializerOptions.Web)!;
            if (messages.Count == 0)
                return [.. found.OrderBy(message => message.Number)];
            found.AddRange(messages);
        }
    }

    /// <summary>Every call, oldest first.</summary>
    public async Task<IReadOnlyList<PhoneCall>> CallsAsync(CancellationToken cancellationToken) =>
        (await http.GetFromJsonAsync<List<PhoneCall>>("_calls", JsonSerializerOptions.Web, cancellationToken))!;

    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        using var response = await http.DeleteAsync("_messages", cancellationToken);
        await response.DemandAsync(cancellationToken);
    }

    /// <summary>Answers a message from the telephone that got it.</summary>
    public async Task ReplyAsync(string sid, string text, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsJsonAsync($"_messages/{sid}/reply", new { body = text }, cancellationToken);
        await response.DemandAsync(cancellationToken);
    }

    /// <summary>Changes how the stand-in behaves from now on, as its README lists.</summary>
    public async Task ControlAsync(object behaviour, CancellationToken cancellationToken)
    {
        using var response = await http.PutAsJsonAsync("_control", behaviour, cancellationToken);
        await response.DemandAsync(cancellationToken);
    }

    /// <summary>Changes how one of the providers behaves; the other stays as it is.</summary>
    public async Task ControlAsync(string account, object behaviour, CancellationToken cancellationToken)
    {
        using var response = await http.PutAsJsonAsync($"_control?account={account}", behaviour, cancellationToken);
        await response.DemandAsync(cancellationToken);
    }

    public void Dispose() => http.Dispose();

    private static DateTimeOffset? Time(JsonElement tally, string name) =>
        tally.TryGetProperty(name, out var time) && time.ValueKind == JsonValueKind.String ? time.GetDateTimeOffset() : null;
}
