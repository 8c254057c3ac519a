using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Alerting.Local.Functions.Envelopes;

/// <summary>An envelope as the host sends it: without a length, so chunked.</summary>
internal sealed class EnvelopeContent : HttpContent
{
    private readonly byte[] bytes;

    public EnvelopeContent(string json)
    {
        bytes = Encoding.UTF8.GetBytes(json);
        Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        stream.WriteAsync(bytes).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
