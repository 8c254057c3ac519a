using System.Globalization;
using System.Net;

namespace Alerting.Functions;

/// <summary>Where the Functions host reaches this program.</summary>
internal static class HostPort
{
    /// <summary>The setting in which the host says on which port it will call.</summary>
    public const string Setting = "FUNCTIONS_CUSTOMHANDLER_PORT";

    // The host itself takes no more than this from its callers.
    private const long MaxRequestBytes = 100 * 1024 * 1024;

    /// <summary>Listens where the host calls: 127.0.0.1 only, in plain text, whatever ASPNETCORE_URLS says.</summary>
    public static void ListenForHost(this WebApplicationBuilder builder) =>
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
            kestrel.Listen(IPAddress.Loopback, Read(builder.Configuration[Setting]));
        });

    private static int Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return 0;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue
            ? port
            : throw new InvalidOperationException($"{Setting} must be a port number from 1 to 65535; it is '{text}'.");
    }
}
