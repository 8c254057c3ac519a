using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Alerting.Adapters.Identity;
using Alerting.Boards;
using Azure.Core;
using Polly.Timeout;

namespace Alerting.Adapters.SignalR;

/// <summary>Live boards on Azure SignalR Service in serverless mode, through its data-plane REST API.</summary>
/// <remarks>A push whose answer was lost is posted again: boards tell a repeat by the sequence number in it.</remarks>
public sealed class SignalRBoards : IBoards, IDependency
{
    /// <summary>Name of the client in the factory.</summary>
    internal const string ClientName = "boards";

    private const string ByKey = "Put a connection string with a valid access key into SignalR:ConnectionString and restart the app.";
    private const string ByIdentity = "Give the app's own identity the role SignalR Service Owner on the service.";

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly IHttpClientFactory clients;
    private readonly SignalRAddress address;
    private readonly IServiceTokens tokens;

    /// <summary>Connects to nothing yet.</summary>
    /// <param name="clients">Makes the HTTP clients, with their patience.</param>
    /// <param name="options">Where the service is.</param>
    /// <param name="time">The clock.</param>
    /// <param name="identity">The app's own identity; null where there is a connection string.</param>
    public SignalRBoards(IHttpClientFactory clients, SignalROptions options, TimeProvider time, TokenCredential? identity = null)
    {
        this.clients = clients;
        address = SignalRAddress.Of(options);
        tokens = identity is null ? new KeyTokens(address, time) : new IdentityTokens(clients, address, identity);
    }

    /// <inheritdoc />
    public string Name => "boards";

    /// <inheritdoc />
    public Task SendAsync(string target, string json, CancellationToken cancellationToken) => SendAsync(address.Send, target, json, cancellationToken);

    /// <inheritdoc />
    public Task SendToGroupAsync(string group, string target, string json, CancellationToken cancellationToken) =>
        SendAsync(address.SendTo(group), target, json, cancellationToken);

    /// <inheritdoc />
    public async Task<BoardConnection> ConnectAsync(string userId, CancellationToken cancellationToken) =>
        new(new(address.Client), await tokens.ForBoardAsync(userId, cancellationToken));

    /// <inheritdoc />
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, address.Nobody + SignalRAddress.Version)
        {
            Headers = { Authorization = new("Bearer", await tokens.ForUsAsync(address.Nobody, cancellationToken)) },
        };
        await SendAsync(request, cancellationToken);
    }

    /// <inheritdoc />
    public CredentialFault? FaultOf(Exception failure) => failure is HttpRequestException { StatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden }
        ? CredentialFault.Of(failure.Message, address.AccessKey.Length > 0 ? ByKey : ByIdentity)
        : IdentityFault.Of(failure);

    private async Task SendAsync(string to, string target, string json, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, to + SignalRAddress.Version)
        {
            Content = new ByteArrayContent(Message(target, json)) { Headers = { ContentType = Json } },
            Headers = { Authorization = new("Bearer", await tokens.ForUsAsync(to, cancellationToken)) },
        };
        await SendAsync(request, cancellationToken);
    }

    private async Task SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await clients.CreateClient(ClientName).SendAsync(request, cancellationToken);
            // Whoever was asked after and is not there is not missed.
            if (request.Method != HttpMethod.Head || answer.StatusCode != HttpStatusCode.NotFound)
                SignalRAnswers.EnsureTaken(answer);
        }
        catch (TimeoutRejectedException failure)
        {
            throw new HttpRequestException("The boards did not answer in time.", failure);
        }
    }

    private static byte[] Message(string target, string json)
    {
        using var buffer = new MemoryStream(json.Length + 100);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("target", target);
            writer.WriteStartArray("arguments");
            writer.WriteRawValue(json);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
