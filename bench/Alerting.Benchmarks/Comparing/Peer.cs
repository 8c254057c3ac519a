using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Alerting.Testing;

namespace Alerting.Benchmarks;

/// <summary>What a team would otherwise write, <c>bench/peer</c>, told to tell the same telephones by the same provider.</summary>
internal sealed class Peer : IContender, IAsyncDisposable
{
    private const int ContactsPerCall = 10_000;
    private readonly HttpClient http;
    private readonly NodeProgram program;
    private readonly bool withEmail;
    private int known;
    private int alerts;

    private Peer(NodeProgram program, bool withEmail)
    {
        this.program = program;
        this.withEmail = withEmail;
        http = new() { BaseAddress = new(program.Said.GetProperty("origin").GetString()!) };
        Pids = program.Said.GetProperty("pids").Deserialize<Dictionary<string, int>>()!;
    }

    /// <summary>Its processes with its Redis, by name.</summary>
    public IReadOnlyDictionary<string, int> Pids { get; }

    /// <summary>What it tells; set once it is known what the system tells, so that both send the same words.</summary>
    public string Text { get; set; } = "TEST";

    /// <param name="system">Whose provider it is to use.</param>
    /// <param name="mailbox">Where its mails go; null when it is to send none.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<Peer> StartAsync(RunningSystem system, Mailbox? mailbox, CancellationToken cancellationToken) =>
        new(await NodeProgram.StartAsync(Path.Combine("peer", "peer.mjs"), Settings(system, mailbox), cancellationToken), mailbox is not null);

    public async Task ImportAsync(int telephones, CancellationToken cancellationToken)
    {
        foreach (var some in Enumerable.Range(known, Math.Max(0, telephones - known)).Chunk(ContactsPerCall))
        {
            using var response = await http.PostAsJsonAsync("contacts", some.Select(ContactOf), cancellationToken);
            await response.DemandAsync(cancellationToken);
        }

        known = telephones;
    }

    public async Task<DateTimeOffset> StartAsync(CancellationToken cancellationToken)
    {
        var askedAt = TimeProvider.System.GetUtcNow();
        using var response = await http.PostAsJsonAsync($"alerts/{++alerts}", new { text = Text, subject = "TEST", until = askedAt.AddHours(4) }, cancellationToken);
        await response.DemandAsync(cancellationToken);
        return askedAt;
    }

    public Task<IReadOnlyDictionary<string, int>> ProgramsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, int>>(Pids.Where(program => program.Key != "redis").ToDictionary());

    public async Task<int> DeliveredAsync(CancellationToken cancellationToken)
    {
        var counts = await http.GetFromJsonAsync<Dictionary<string, int>>($"alerts/{alerts}", cancellationToken);
        return counts!.GetValueOrDefault("delivered");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await program.DisposeAsync();
    }

    private object ContactOf(int number) =>
        withEmail ? new { sms = TelephoneDirectory.Number(number), email = TelephoneDirectory.Email(number) } : new { sms = TelephoneDirectory.Number(number) };

    private static Dictionary<string, string> Settings(RunningSystem system, Mailbox? mailbox) => new()
    {
        ["PEER_TWILIO_URL"] = system.Addresses["twilio"].Address.GetLeftPart(UriPartial.Authority),
        ["PEER_TWILIO_ACCOUNT"] = system.Twilio.Account,
        ["PEER_TWILIO_TOKEN"] = system.Twilio.Token,
        ["PEER_TWILIO_FROM"] = system.Twilio.Sender,
        ["PEER_SMTP_PORT"] = (mailbox?.Port ?? system.Addresses["maildev"].Ports["smtp"]).ToString(CultureInfo.InvariantCulture),
        ["PEER_SMS_CONCURRENCY"] = CompareOptions.Concurrency.ToString(CultureInfo.InvariantCulture),
        ["PEER_EMAIL_CONCURRENCY"] = CompareOptions.EmailConcurrency.ToString(CultureInfo.InvariantCulture),
    };
}
