using System.Text;

namespace Alerting.Local.Tests.Functions;

/// <summary>A request as it came over the wire.</summary>
internal sealed record RecordedRequest(string Line, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    public string Framing => Header("Transfer-Encoding") ?? (Header("Content-Length") is null ? "none" : "content-length");

    public string Text => Encoding.UTF8.GetString(Body);

    public string? Header(string name) =>
        Headers.FirstOrDefault(h => string.Equals(h.Key, name, StringComparison.OrdinalIgnoreCase)).Value;
}
