using System.Globalization;
using System.Net.Http.Json;

namespace Alerting.Benchmarks;

/// <summary>A mail server that only counts, <c>bench/mailbox</c>: maildev keeps and parses every mail, and would be the bound.</summary>
internal sealed class Mailbox : IAsyncDisposable
{
    private readonly NodeProgram program;
    private readonly HttpClient http;

    private Mailbox(NodeProgram program)
    {
        this.program = program;
        http = new() { BaseAddress = new($"http://127.0.0.1:{program.Said.GetProperty("door").GetInt32()}/") };
    }

    /// <summary>Where the function app has to send its mails.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Smtp__Port"] = Port.ToString(CultureInfo.InvariantCulture),
    };

    public int Port => program.Said.GetProperty("smtp").GetInt32();

    public int ProcessId => program.ProcessId;

    public static async Task<Mailbox> StartAsync(CancellationToken cancellationToken) =>
        new(await NodeProgram.StartAsync(Path.Combine("mailbox", "mailbox.mjs"), new Dictionary<string, string>(), cancellationToken));

    public async Task<MailTally> TallyAsync(CancellationToken cancellationToken) =>
        (await http.GetFromJsonAsync<MailTally>("", cancellationToken))!;

    /// <summary>How many different mails each reader got; who got none is not in it.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ReadersAsync(CancellationToken cancellationToken) =>
        (await http.GetFromJsonAsync<Dictionary<string, int>>("readers", cancellationToken))!;

    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        using var response = await http.DeleteAsync("", cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await program.DisposeAsync();
    }
}
