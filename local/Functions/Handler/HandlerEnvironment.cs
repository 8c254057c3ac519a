using System.Globalization;

namespace Alerting.Local.Functions.Handler;

/// <summary>The handler's environment: all settings, and the host's own variables over them.</summary>
internal static class HandlerEnvironment
{
    public static IReadOnlyDictionary<string, string> Create(IReadOnlyDictionary<string, string> settings, string root, int port)
    {
        var environment = new Dictionary<string, string>(settings, StringComparer.Ordinal);
        var id = Guid.NewGuid().ToString();
        var portText = port.ToString(CultureInfo.InvariantCulture);
        environment["FUNCTIONS_CUSTOMHANDLER_PORT"] = portText;
        environment["FUNCTIONS_CUSTOMHANDLER_WORKER_ID"] = id;
        environment["FUNCTIONS_HTTPWORKER_PORT"] = portText;
        environment["FUNCTIONS_HTTPWORKER_ID"] = id;
        environment["FUNCTIONS_APP_ROOT_PATH"] = root;
        return environment;
    }
}
