using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Alerting.Local.Identity;
using Azure.Core;
using Azure.Identity;

namespace Alerting.Adapters.Tests.Identity;

/// <summary>Asks the endpoint for every token: Azure.Identity keeps them by a clock that a test cannot move.</summary>
internal sealed class EndpointCredential(Issuer issuer) : TokenCredential, IDisposable
{
    private const string Default = "/.default";
    private readonly HttpClient client = new() { DefaultRequestHeaders = { { "X-IDENTITY-HEADER", AppIdentity.Header } } };

    /// <summary>How many tokens there were.</summary>
    public int Count { get; private set; }

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new NotSupportedException();

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        try
        {
            var resource = requestContext.Scopes.Single()[..^Default.Length];
            var answer = await client.GetFromJsonAsync<JsonElement>($"{issuer.Endpoint}?resource={Uri.EscapeDataString(resource)}", cancellationToken);
            Count++;
            var expires = long.Parse(answer.GetProperty("expires_on").GetString()!, CultureInfo.InvariantCulture);
            return new(answer.GetProperty("access_token").GetString()!, DateTimeOffset.FromUnixTimeSeconds(expires));
        }
        catch (HttpRequestException failure)
        {
            throw new AuthenticationFailedException("No token.", failure);
        }
    }

    public void Dispose() => client.Dispose();
}
