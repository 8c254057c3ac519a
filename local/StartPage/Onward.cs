namespace Alerting.Local.StartPage;

/// <summary>Passes a request on to another part, and its answer back.</summary>
internal sealed class Onward(string address, string role)
{
    private static readonly HttpClient Web = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });

    public async Task PassAsync(string path, HttpContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), address + path + context.Request.QueryString);
        if (context.Request.ContentLength > 0 || context.Request.Headers.TransferEncoding.Count > 0)
        {
            request.Content = new StreamContent(context.Request.Body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType);
        }
        await SendAsync(request, context);
    }

    public async Task PostJsonAsync<T>(string path, T body, HttpContext context)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address + path) { Content = JsonContent.Create(body) };
        await SendAsync(request, context);
    }

    private async Task SendAsync(HttpRequestMessage request, HttpContext context)
    {
        var ct = context.RequestAborted;
        try
        {
            using var answer = await Web.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            context.Response.StatusCode = (int)answer.StatusCode;
            context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            context.Response.Headers.CacheControl = "no-store";
            await answer.Content.CopyToAsync(context.Response.Body, ct);
        }
        catch (HttpRequestException)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
            await context.Response.WriteAsJsonAsync(new { error = $"the {role} does not answer" }, ct);
        }
    }
}
