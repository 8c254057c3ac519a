using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Alerting.Local.Twilio.Calls;

namespace Alerting.Local.Twilio.Inbox;

/// <summary>The page on which a person reads what was sent, and answers, and hears what was called. Newest first, fifty at a time.</summary>
internal sealed class InboxPage(MessageStore store, CallStore calls, Accounts accounts, TimeProvider time)
{
    private const int PageSize = 50;

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);
    private static readonly string[] Names = ["first account", "second account"];
    private static readonly string Frame = Resource("inbox.html");
    private static readonly string Script = Resource("inbox.js");
    private static readonly string Style = Resource("inbox.css");

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", ShowAsync);
        routes.MapGet("/inbox.js", context => SendAsync(context, "text/javascript", Script));
        routes.MapGet("/inbox.css", context => SendAsync(context, "text/css", Style));
    }

    /// <summary>Back to where the form was.</summary>
    public static void Return(HttpContext context)
    {
        var from = context.Request.Headers.Referer.ToString();
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = Uri.TryCreate(from, UriKind.Absolute, out var uri) ? uri.PathAndQuery : "/";
    }

    private Task ShowAsync(HttpContext context)
    {
        var search = context.Request.Query["q"].ToString().Trim();
        _ = long.TryParse(context.Request.Query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out var before);
        var found = store.NewestFirst()
            .Where(m => before == 0 || m.Number < before)
            .Where(m => Fits(m, search))
            .Take(PageSize + 1)
            .ToList();
        var older = found.Count > PageSize ? Link(search, found[PageSize - 1].Number, "Older messages") : "";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; img-src data:; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'";
        return SendAsync(context, "text/html", Frame
            .Replace("{search}", Html.Encode(search), StringComparison.Ordinal)
            .Replace("{count}", CountText(before == 0 ? "" : "/"), StringComparison.Ordinal)
            .Replace("{live}", before == 0 ? "data-live" : "", StringComparison.Ordinal)
            .Replace("{newest}", before == 0 ? "" : Link(search, 0, "Newest messages"), StringComparison.Ordinal)
            .Replace("{older}", older, StringComparison.Ordinal)
            .Replace("{calls}", before == 0 ? CallRows(search) : "", StringComparison.Ordinal)
            .Replace("{noCalls}", before == 0 ? "" : "hidden", StringComparison.Ordinal)
            .Replace("{empty}", found.Count == 0 ? Empty(search) : "", StringComparison.Ordinal)
            .Replace("{rows}", Rows(found.Take(PageSize)), StringComparison.Ordinal));
    }

    private static bool Fits(Message message, string search) =>
        search.Length == 0
        || message.To.Contains(search, StringComparison.Ordinal)
        || message.From.Contains(search, StringComparison.OrdinalIgnoreCase)
        || message.Body.Contains(search, StringComparison.OrdinalIgnoreCase);

    // The calls stand below fifty messages.
    private string CountText(string newest)
    {
        var tally = store.Count();
        var shares = accounts.All.Count > 1 ? $" ({string.Join(", ", accounts.All.Select((account, at) => $"{store.CountOf(account)} by {Names[at]}"))})" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{tally.Outbound} sent to {tally.Recipients} numbers{shares}, {tally.Inbound} received; <a href=\"{newest}#calls-title\">{calls.Count} {(calls.Count == 1 ? "call" : "calls")}</a>");
    }

    // With one account there is nothing to tell apart.
    private string Mark(Account account) => accounts.All.Count > 1 ? Names[account == accounts.All[0] ? 0 : 1] : "";

    private string Rows(IEnumerable<Message> messages)
    {
        var now = time.GetUtcNow();
        var rows = new StringBuilder();
        foreach (var message in messages)
            rows.Append(InboxRow.Of(message, Mark(message.Account), now, Html));
        return rows.ToString();
    }

    private string CallRows(string search) => string.Concat(calls.NewestFirst()
        .Where(call => Fits(call, search))
        .Take(PageSize)
        .Select(call => CallRow.Of(call, Mark(call.Account), Html)));

    private static bool Fits(Call call, string search) =>
        search.Length == 0
        || call.To.Contains(search, StringComparison.Ordinal)
        || call.Said.Any(saying => saying.Text.Contains(search, StringComparison.OrdinalIgnoreCase));

    private static string Empty(string search) =>
        search.Length == 0 ? "No messages yet." : $"No message has “{Html.Encode(search)}” in its number or text.";

    private static string Link(string search, long before, string text)
    {
        var query = (search.Length > 0 ? "&q=" + Uri.EscapeDataString(search) : "")
            + (before > 0 ? "&before=" + before.ToString(CultureInfo.InvariantCulture) : "");
        return $"<a href=\"/?{Html.Encode(query.TrimStart('&'))}\">{text}</a>";
    }

    private static Task SendAsync(HttpContext context, string type, string text)
    {
        context.Response.ContentType = type + "; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }

    private static string Resource(string name)
    {
        using var stream = typeof(InboxPage).Assembly.GetManifestResourceStream("Alerting.Local.Twilio." + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
