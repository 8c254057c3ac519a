using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Alerting.Adapters.ServiceBus;
using Alerting.Adapters.Tests.SignalR;
using Alerting.Boards;
using Alerting.Local.Identity;
using Amqp;
using Amqp.Sasl;
using Xunit;

namespace Alerting.Adapters.Tests.Identity;

/// <summary>The published function app with no key at all: what it connects to takes tokens of its identity.</summary>
public sealed class WholeAppTests
{
    private const string Subscription = "declarations/Subscriptions/push-to-boards";

    private const string Timer = """{ "Data": { "timer": { "IsPastDue": false } }, "Metadata": {} }""";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ByItsIdentityAloneTheAppKeepsADecisionSendsItOnAndTellsTheBoards()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere a process cannot be told by SSL_CERT_FILE whom to trust.");
        await using var around = await Surroundings.StartAsync();
        await using var app = await PublishedApp.StartAsync(around.Settings);

        var id = await DeclareAsync(app, around);
        var message = await ReceiveAsync(app, around);
        using var board = await BoardSocket.ConnectAsync(await NegotiateAsync(app, around));
        using var pushed = await app.Client.PostAsync("/PushToBoards", Envelope(message), Token);

        Assert.True(pushed.IsSuccessStatusCode, app.Said());
        Assert.Contains(id, await BoardSocket.HearAsync(board, id), StringComparison.Ordinal);
        await AssertHealthAsync(app, ["boards ", "email ", "service-bus ", "sign-in ", "sms ", "tables "]);
    }

    [Theory]
    [InlineData("The identity was deleted.", false)]
    [InlineData(null, true)]
    public async Task AnAppWhoseIdentityIsRefusedStartsAndSaysWhichOfItsSystemsAskForIt(string? refusal, bool isForged)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Elsewhere a process cannot be told by SSL_CERT_FILE whom to trust.");
        await using var around = await Surroundings.StartAsync();
        await around.Issuer.WishAsync(new(Refusal: refusal, ForgedSignature: isForged));
        await using var app = await PublishedApp.StartAsync(around.Settings);

        await AssertHealthAsync(app, ["boards credential-refused", "email ", "service-bus credential-refused", "sign-in ", "sms ", "tables credential-refused"]);
    }

    // A slow machine may need longer for the first answers than the app waits for them.
    private static async Task AssertHealthAsync(PublishedApp app, string[] expected)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        List<string> found;
        do
        {
            using var answer = await app.Client.GetAsync("/api/health", Token);
            var health = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
            found = [.. health.GetProperty("dependencies").EnumerateArray().Select(one => $"{one.GetProperty("name")} {one.GetProperty("problem")}")];
        }
        while (!found.SequenceEqual(expected) && !patience.IsCancellationRequested);
        Assert.Equal(expected, found);
    }

    private static async Task<string> DeclareAsync(PublishedApp app, Surroundings around)
    {
        const string Proposal = """
            { "kind": "set", "scope": { "type": "province", "code": "PV26" }, "level": 5, "status": "exercise",
              "reason": { "nl": "Oefening: aanslag in Utrecht.", "en": "Exercise: attack in Utrecht." } }
            """;
        using var proposed = await SendAsync(app, around, "proposer", "/api/declarations", new StringContent(Proposal, Encoding.UTF8, "application/json"));
        var id = (await proposed.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("id").GetString()!;
        (await SendAsync(app, around, "approver", $"/api/declarations/{id}/approve", null)).Dispose();
        return id;
    }

    private static async Task<BoardConnection> NegotiateAsync(PublishedApp app, Surroundings around)
    {
        using var answer = await SendAsync(app, around, "auditor", "/api/boards/negotiate", null);
        var invitation = await answer.Content.ReadFromJsonAsync<JsonElement>(Token);
        return new(new(invitation.GetProperty("url").GetString()!), invitation.GetProperty("accessToken").GetString()!);
    }

    private static async Task<HttpResponseMessage> SendAsync(PublishedApp app, Surroundings around, string person, string path, HttpContent? content)
    {
        using var issuer = new HttpClient { BaseAddress = around.Issuer.Address };
        using var minted = await issuer.PostAsJsonAsync("/_tokens", new { person }, Token);
        var token = (await minted.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("access_token").GetString();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content, Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        var answer = await app.Client.SendAsync(request, Token);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Token)}\n{app.Said()}");
        return answer;
    }

    // As the Functions host does it: by TLS, with a token of the same identity.
    private static async Task<Message> ReceiveAsync(PublishedApp app, Surroundings around)
    {
        var factory = new ConnectionFactory { SASL = { Profile = SaslProfile.Anonymous } };
        factory.SSL.RemoteCertificateValidationCallback = (_, shown, _, _) => shown!.GetCertHashString() == around.Certificate.Certificate.GetCertHashString();
        var connection = await factory.CreateAsync(new Address("127.0.0.1", around.BrokerPort, null, null, "/", "amqps"));
        var session = new Session(connection);
        using var credential = new EndpointCredential(around.Issuer);
        var token = await credential.GetTokenAsync(new([$"{TrustedTokens.ServiceBus}/.default"]), Token);
        using (var rights = await RequestLink.OpenAsync(session, "$cbs", Token))
        {
            await rights.AskAsync(
                new(token.Token) { ApplicationProperties = new() { ["operation"] = "put-token", ["type"] = "jwt", ["name"] = $"sb://127.0.0.1/{Subscription}" } }, Token);
        }

        var link = new ReceiverLink(session, "host", Subscription);
        var message = await link.ReceiveAsync(Patience) ?? await SweepAsync(app, link) ?? throw new TimeoutException($"The broker has no message of the decision; link closed: {link.IsClosed} {link.Error}. {app.Said()}");
        link.Accept(message);
        await connection.CloseAsync();
        return message;
    }

    // What a slow machine did not send at once, the host's timer sends.
    private static async Task<Message?> SweepAsync(PublishedApp app, ReceiverLink link)
    {
        using var swept = await app.Client.PostAsync("/SweepOutbox", new StringContent(Timer, Encoding.UTF8, "application/json"), Token);
        Assert.True(swept.IsSuccessStatusCode, app.Said());
        return await link.ReceiveAsync(Patience);
    }

    private static StringContent Envelope(Message message)
    {
        var envelope = new
        {
            Data = new { message = Convert.ToBase64String((byte[])message.Body) },
            Metadata = new
            {
                MessageId = JsonSerializer.Serialize(message.Properties.MessageId),
                Subject = JsonSerializer.Serialize(message.Properties.Subject),
                DeliveryCount = "1",
                SequenceNumber = "1",
            },
        };
        return new(JsonSerializer.Serialize(envelope), Encoding.UTF8, "application/json");
    }
}
