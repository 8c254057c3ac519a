using System.Globalization;
using System.Text;

namespace Alerting.Local.Tests.Functions;

/// <summary>An answer in raw bytes, so that broken ones can be given too. Status 0 closes without an answer, -1 never answers.</summary>
internal sealed record ScriptedAnswer(int Status, IReadOnlyList<string> Headers, string Framing, byte[] Body)
{
    public const int NeverAnswers = -1;

    /// <summary>Written before the answer itself.</summary>
    public string Prologue { get; init; } = "";

    public bool Closes => Framing is "close" || Status == 0;

    public static ScriptedAnswer Json(string body) => new(200, ["Content-Type: application/json"], "length", Encoding.UTF8.GetBytes(body));

    public byte[] ToBytes()
    {
        if (Status == 0)
            return [];
        var head = new StringBuilder(Prologue).Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status} {Phrase(Status)}\r\n");
        foreach (var header in Headers)
            head.Append(header).Append("\r\n");
        if (Framing == "length")
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n");
        if (Framing != "chunked")
            return [.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. Body];
        head.Append("Transfer-Encoding: chunked\r\n\r\n");
        var chunk = Body.Length == 0 ? [] : (byte[])[.. Encoding.ASCII.GetBytes($"{Body.Length:x}\r\n"), .. Body, .. "\r\n"u8];
        return [.. Encoding.Latin1.GetBytes(head.ToString()), .. chunk, .. "0\r\n\r\n"u8];
    }

    private static string Phrase(int status) => status switch
    {
        200 => "OK",
        304 => "Not Modified",
        307 => "Temporary Redirect",
        404 => "Not Found",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        _ => ((System.Net.HttpStatusCode)status).ToString() switch { "BadRequest" => "Bad Request", "Redirect" => "Found", var name => name }
    };
}
