using System.Net.Mime;

namespace Alerting.Functions;

/// <summary>Reads the JSON body of a request, never more of it than allowed.</summary>
internal static class RequestBody
{
    /// <summary>Most bytes of a JSON body.</summary>
    public const int Limit = 64 * 1024;

    /// <summary>The bytes of the body, or why they were not read.</summary>
    public static async Task<Result<ReadBody>> ReadAsync(HttpRequest request)
    {
        if (!ContentTypes.Is(request, MediaTypeNames.Application.Json))
            return InputProblems.WrongMediaType(request.ContentType, MediaTypeNames.Application.Json);
        if (request.ContentLength > Limit)
            return InputProblems.BodyTooLarge(Limit);
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        while (await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted) is > 0 and var count)
        {
            buffer.Write(chunk, 0, count);
            if (buffer.Length > Limit)
                return InputProblems.BodyTooLarge(Limit);
        }
        return new ReadBody(buffer.ToArray());
    }
}
