namespace Alerting.Local.Twilio.Json;

/// <summary>What every page of a list says about itself.</summary>
internal abstract record PageJson
{
    public int End { get; private set; }

    public string FirstPageUri { get; private set; } = "";

    public string? NextPageUri { get; private set; }

    public int Page { get; private set; }

    public int PageSize { get; private set; }

    public string? PreviousPageUri { get; private set; }

    public int Start { get; private set; }

    public string Uri { get; private set; } = "";

    /// <param name="paging">The page that was asked for.</param>
    /// <param name="request">The request, whose address the links repeat.</param>
    /// <param name="count">How many are on the page.</param>
    /// <param name="next">The SID of the last, if more follow.</param>
    public void Describe(Paging paging, HttpRequest request, int count, string? next)
    {
        Start = paging.Page * paging.Size;
        End = Start + Math.Max(0, count - 1);
        Page = paging.Page;
        PageSize = paging.Size;
        Uri = paging.Uri(request, paging.Page, paging.Token);
        FirstPageUri = paging.Uri(request, 0, null);
        PreviousPageUri = paging.Page > 0 ? paging.Uri(request, paging.Page - 1, null) : null;
        NextPageUri = next is null ? null : paging.Uri(request, paging.Page + 1, "PA" + next);
    }
}
