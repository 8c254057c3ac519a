using System.Text;
using Alerting.Local.Hosting;
using Alerting.Local.Identity;

namespace Alerting.Local.SignalR;

/// <summary>What the stand-in needs to know: its port and the access key of its connection string.</summary>
internal sealed record SignalROptions(int Port, string AccessKey)
{
    /// <summary>Checks the tokens of identities, which open the REST API as well; null when there are none.</summary>
    public TrustedTokens? Identities { get; init; }

    public const int UsualPort = 8888;

    /// <summary>Of use on this machine only; it is no secret.</summary>
    public const string UsualKey = "local-access-key-of-the-signalr-stand-in=";

    private static readonly string[] Known = ["port", "access-key"];

    public static SignalROptions? Parse(IReadOnlyList<string> args, out string? error)
    {
        if (Arguments.Parse(args, Known, out error) is not { } given)
            return null;

        var portFits = given.TryPort("port", UsualPort, out var port);
        var key = given.Text("access-key", UsualKey);
        error = !portFits ? "--port needs a number from 0 to 65535"
            // HS256 takes no shorter key.
            : Encoding.UTF8.GetByteCount(key) < 32 ? "--access-key needs at least 32 characters"
            : null;
        return error is null ? new SignalROptions(port, key) : null;
    }
}
