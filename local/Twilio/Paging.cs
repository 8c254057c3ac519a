using System.Globalization;
using System.Text;

namespace Alerting.Local.Twilio;

/// <summary>
/// One page of a list, newest first. The place is kept in the token: PA and the last SID of the page before,
/// so that what comes in meanwhile moves nothing.
/// </summary>
internal sealed record Paging(int Page, int Size, string? Token)
{
    public static Paging? Parse(IQueryCollection query, out TwilioError? error)
    {
        error = null;
        if (!Number(query["PageSize"], 50, out var size) || size < 1)
            error = TwilioError.InvalidParameter("PageSize", query["PageSize"].ToString());
        else if (!Number(query["Page"], 0, out var page))
            error = TwilioError.InvalidParameter("Page", query["Page"].ToString());
        else
            return new Paging(page, Math.Min(size, 1000), query["PageToken"]);
        return null;
    }

    /// <summary>Cuts the page out of all that fit, and says whether more follows.</summary>
    public (List<T> Items, bool More) Cut<T>(IEnumerable<T> all, Func<T, string> sid)
    {
        var rest = Token is { Length: > 2 }
            ? all.SkipWhile(item => !Token.AsSpan(2).SequenceEqual(sid(item))).Skip(1)
            : all.Skip(Page * Size);
        var items = rest.Take(Size + 1).ToList();
        var more = items.Count > Size;
        if (more)
            items.RemoveAt(Size);
        return (items, more);
    }

    /// <summary>The address of a page of this list.</summary>
    public string Uri(HttpRequest request, int page, string? token)
    {
        var uri = new StringBuilder(request.Path.Value).Append('?');
        foreach (var (name, values) in request.Query)
        {
            if (name is "Page" or "PageSize" or "PageToken")
                continue;
            foreach (var value in values)
                uri.Append(System.Uri.EscapeDataString(name)).Append('=').Append(System.Uri.EscapeDataString(value ?? "")).Append('&');
        }

        uri.Append(CultureInfo.InvariantCulture, $"PageSize={Size}&Page={page}");
        return token is null ? uri.ToString() : uri.Append("&PageToken=").Append(token).ToString();
    }

    private static bool Number(string? text, int otherwise, out int number)
    {
        number = otherwise;
        return string.IsNullOrEmpty(text)
            || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
