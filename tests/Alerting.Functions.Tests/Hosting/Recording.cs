using System.Text;
using System.Text.Json;
using Alerting.Local.Tests.Functions;

namespace Alerting.Functions.Tests.Hosting;

/// <summary>Requests that the code of the real Functions host sent, byte for byte.</summary>
internal static class Recording
{
    /// <summary>The envelope in one recording.</summary>
    public static Envelope Envelope(string name) => new(JsonDocument.Parse(Encoding.UTF8.GetBytes(HostEnvelope.Load(name).RequestBody)));
}
