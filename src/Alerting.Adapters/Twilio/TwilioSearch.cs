using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Alerting.Delivery.Receipts;
using Alerting.Directory;

namespace Alerting.Adapters.Twilio;

/// <summary>Asks which messages were taken.</summary>
internal sealed class TwilioSearch(HttpClient client, Uri messages)
{
    /// <summary>The newest message to a number that holds the text and is not older than the moment.</summary>
    /// <remarks>
    /// The list is not narrowed by DateSent: a message that still waits in the provider's queue has none, and just
    /// that message must be found. It is newest first, so the search ends at the first message that is too old.
    /// </remarks>
    public async Task<string?> FindAsync(Address to, string text, DateTimeOffset since, CancellationToken cancellationToken)
    {
        // The API shows whole seconds.
        var from = since.AddTicks(-(since.Ticks % TimeSpan.TicksPerSecond));
        for (var page = new Uri(messages, $"?To={Uri.EscapeDataString(to.Value)}&PageSize=50"); ;)
        {
            var list = await ReadAsync(page, cancellationToken);
            foreach (var message in list.Messages ?? [])
            {
                if (Created(message) < from)
                    return null;
                if (message.Body?.Contains(text, StringComparison.Ordinal) == true)
                    return message.Sid;
            }

            if (list.NextPageUri is null)
                return null;
            page = Following(list.NextPageUri);
        }
    }

    /// <summary>What became of a message; null when the account has none of that name.</summary>
    public async Task<MessageReport?> ReportAsync(string sid, CancellationToken cancellationToken)
    {
        var message = await ReadAsync(new(messages, $"Messages/{Uri.EscapeDataString(sid)}.json"), TwilioJson.Default.TwilioMessage, cancellationToken);
        return message?.Status is { } status ? TwilioStatus.Report(status, message.ErrorCode?.ToString(CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>Asks for a page of one message.</summary>
    public Task CheckAsync(CancellationToken cancellationToken) => ReadAsync(new(messages, "?PageSize=1"), cancellationToken);

    private async Task<TwilioMessageList> ReadAsync(Uri page, CancellationToken cancellationToken) =>
        await ReadAsync(page, TwilioJson.Default.TwilioMessageList, cancellationToken) ?? throw new HttpRequestException("There is no list of messages.");

    private async Task<T?> ReadAsync<T>(Uri page, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            using var answer = await client.GetAsync(page, cancellationToken);
            if (answer.StatusCode == HttpStatusCode.NotFound)
                return null;
            answer.EnsureSuccessStatusCode();
            return JsonSerializer.Deserialize(await answer.Content.ReadAsByteArrayAsync(cancellationToken), type)
                ?? throw new HttpRequestException("The answer was empty.");
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException("The answer did not come in time.", failure);
        }
        catch (JsonException failure)
        {
            throw new HttpRequestException("The answer was no JSON of the kind that was asked for.", failure);
        }
    }

    // The credentials go with every request, so they must not follow a link to somewhere else.
    private Uri Following(string link)
    {
        var page = new Uri(messages, link);
        return page.GetLeftPart(UriPartial.Authority) == messages.GetLeftPart(UriPartial.Authority)
            ? page
            : throw new HttpRequestException("The list of messages goes on at another address.");
    }

    private static DateTimeOffset Created(TwilioMessage message) =>
        DateTimeOffset.TryParse(message.DateCreated, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var created)
            ? created
            : throw new HttpRequestException("A listed message has no date.");
}
