using System.Globalization;
using System.Text.Encodings.Web;
using Alerting.Local.Twilio.Calls;

namespace Alerting.Local.Twilio.Inbox;

/// <summary>One call as a row of the page. Its state is in an attribute, so that the page knows when to show it anew.</summary>
internal static class CallRow
{
    public static string Of(Call call, string mark, HtmlEncoder html)
    {
        var utc = call.Created.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var (said, pressed) = (call.Said, string.Join(", ", call.Pressed));
        var state = string.Create(CultureInfo.InvariantCulture, $"{call.Status} {said.Count} {pressed} {call.IsWaiting}");
        return $"""
            <tr id="{call.Sid}" class="call" data-state="{html.Encode(state)}">
            <td><time datetime="{utc}">{utc[11..19]}</time></td>
            <td><span class="way">to</span> <b>{html.Encode(call.To)}</b>
            <small>from {html.Encode(call.From)}{(mark.Length > 0 ? $" · {mark}" : "")}</small></td>
            <td class="text">{string.Concat(said.Distinct().Select(saying => $"<span lang=\"{html.Encode(saying.Language)}\">{html.Encode(saying.Text)}</span> "))}</td>
            <td>{html.Encode(string.Join(", ", said.Select(saying => saying.Language).Distinct()))}</td>
            <td class="status {call.Status}">{call.Status}{(call.Error is { } code ? string.Create(CultureInfo.InvariantCulture, $" ({code})") : "")}</td>
            <td class="keys">{(pressed.Length > 0 ? $"<b>{html.Encode(pressed)}</b>" : "")}{(call.IsWaiting ? Keys(call, html) : "")}</td>
            </tr>

            """;
    }

    private static string Keys(Call call, HtmlEncoder html) => $"""
        <form method="post" action="/_calls/{call.Sid}/digits" aria-label="Keys of {html.Encode(call.To)}">
        <button name="digits" value="1" aria-label="Press 1 on {html.Encode(call.To)}">1</button>
        <button name="digits" value="2" aria-label="Press 2 on {html.Encode(call.To)}">2</button>
        </form>
        """;
}
