using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Alerting.Delivery.Channels;

namespace Alerting.Adapters.Twilio;

/// <summary>What every use of the API has in common: connections, credentials, and what an answer means.</summary>
internal static class TwilioClient
{
    public static HttpClient Of(TwilioOptions options, HttpMessageHandler connections)
    {
        var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}"));
        return new(connections) { Timeout = options.Timeout, DefaultRequestHeaders = { Authorization = new("Basic", credentials) } };
    }

    public static SocketsHttpHandler Connections(TwilioOptions options) => new()
    {
        MaxConnectionsPerServer = options.MaxConnections,
        ConnectTimeout = options.Timeout,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AutomaticDecompression = DecompressionMethods.None,
        AllowAutoRedirect = false,
        UseCookies = false,
        // Our trace ids are no business of the provider's.
        ActivityHeadersPropagator = null,
    };

    /// <summary>Asks for a message or a call. Never throws for what the provider or the network does.</summary>
    public static async Task<SendOutcome> PostAsync(HttpClient client, Uri address, HttpContent form, CancellationToken cancellationToken)
    {
        try
        {
            using var content = form;
            using var answer = await client.PostAsync(address, content, cancellationToken);
            return answer.IsSuccessStatusCode
                ? new(SendKind.Sent, (await ReadAsync(answer, TwilioJson.Default.TwilioMessage, cancellationToken))?.Sid)
                : TwilioAnswers.Of(answer.StatusCode, (await ReadAsync(answer, TwilioJson.Default.TwilioError, cancellationToken))?.Code);
        }
        catch (HttpRequestException failure)
        {
            return TwilioAnswers.Of(failure);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return TwilioAnswers.TimedOut;
        }
    }

    // The status has decided already; a body that is no JSON only costs us the name or the code.
    private static async Task<T?> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(await answer.Content.ReadAsByteArrayAsync(cancellationToken), type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
