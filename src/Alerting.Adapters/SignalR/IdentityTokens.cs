using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Core;
using Azure.Identity;

namespace Alerting.Adapters.SignalR;

/// <summary>Tokens of the app's own identity; those for boards are made by the service, because nobody here has its key.</summary>
/// <remarks>Source: https://learn.microsoft.com/azure/azure-signalr/signalr-reference-data-plane-rest-api, generate token; role SignalR Service Owner.</remarks>
internal sealed class IdentityTokens(IHttpClientFactory clients, SignalRAddress address, TokenCredential credential) : IServiceTokens
{
    private const int BoardMinutes = 60;
    private static readonly TokenRequestContext Scope = new(["https://signalr.azure.com/.default"]);

    /// <inheritdoc />
    public async ValueTask<string> ForUsAsync(string url, CancellationToken cancellationToken)
    {
        try
        {
            return (await credential.GetTokenAsync(Scope, cancellationToken)).Token;
        }
        catch (AuthenticationFailedException failure)
        {
            throw new HttpRequestException("The app's own identity gets no token for the boards' service.", failure);
        }
    }

    /// <inheritdoc />
    public async ValueTask<string> ForBoardAsync(string userId, CancellationToken cancellationToken)
    {
        var url = $"{address.GenerateToken}{SignalRAddress.Version}&userId={Uri.EscapeDataString(userId)}&minutesToExpire={BoardMinutes}";
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await ForUsAsync(address.GenerateToken, cancellationToken));
        using var answer = await clients.CreateClient(SignalRBoards.ClientName).SendAsync(request, cancellationToken);
        SignalRAnswers.EnsureTaken(answer);
        using var body = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellationToken), default, cancellationToken);
        return body.RootElement.TryGetProperty("token", out var token) && token.GetString() is { Length: > 0 } text
            ? text
            : throw new HttpRequestException("The boards' service answered without a token.");
    }
}
