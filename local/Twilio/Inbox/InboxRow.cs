using System.Globalization;
using System.Text.Encodings.Web;

namespace Alerting.Local.Twilio.Inbox;

/// <summary>One message as a row of the page.</summary>
internal static class InboxRow
{
    public static string Of(Message message, string mark, DateTimeOffset now, HtmlEncoder html)
    {
        var status = Timeline.StatusAt(message, now);
        var error = Timeline.ErrorAt(message, now) is { } code ? string.Create(CultureInfo.InvariantCulture, $" ({code})") : "";
        var (person, other) = message.IsInbound ? (message.From, message.To) : (message.To, message.From);
        var utc = message.Created.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        return $"""
            <tr id="{message.Sid}" class="{(message.IsInbound ? "in" : "out")}">
            <td><time datetime="{utc}">{utc[11..19]}</time></td>
            <td><span class="way">{(message.IsInbound ? "from" : "to")}</span> <b>{html.Encode(person)}</b>
            <small>{(message.IsInbound ? "to" : "from")} {html.Encode(other)}{(mark.Length > 0 ? $" · {mark}" : "")}</small></td>
            <td class="text">{html.Encode(message.Body)}</td>
            <td class="number">{message.Segments.ToString(CultureInfo.InvariantCulture)}</td>
            <td class="status {status}">{status}{error}</td>
            <td>{Answer(message, person, html)}</td>
            </tr>

            """;
    }

    private static string Answer(Message message, string person, HtmlEncoder html) => Address.IsAlphanumeric(message.From)
        ? "<small>one-way sender</small>"
        : $"""
            <details><summary>Answer</summary><form method="post" action="/_messages/{message.Sid}/reply">
            <label for="r{message.Number}">Answer as {html.Encode(person)}</label>
            <input id="r{message.Number}" name="body" required maxlength="1600" autocomplete="off"><button>Send</button>
            </form></details>
            """;
}
