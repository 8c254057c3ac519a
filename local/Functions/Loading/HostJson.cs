namespace Alerting.Local.Functions.Loading;

/// <summary>host.json, as far as the runner honours it.</summary>
internal sealed record HostJson(
    HandlerDescription Handler,
    bool ProxyHttp,
    int? Port,
    TimeSpan InitializationTimeout,
    TimeSpan? FunctionTimeout,
    string RoutePrefix,
    ServiceBusOptions ServiceBus)
{
    private static readonly TimeSpan DefaultFunctionTimeout = TimeSpan.FromMinutes(30);

    public static HostJson Read(Section root)
    {
        root.Only("version", "2.0");
        root.WithoutEffect("$schema", "logging", "telemetryMode", "extensionBundle", "aggregator", "healthMonitor", "singleton");
        var handler = root.Child("customHandler");
        var extensions = root.Child("extensions");
        var http = extensions.Child("http");
        var json = new HostJson(
            HandlerDescription.Read(handler.Child("description")),
            handler.Flag("enableProxyingHttpRequest") ?? false,
            handler.Number("port", 1),
            handler.Duration("initializationTimeout") ?? TimeSpan.FromSeconds(30),
            ReadFunctionTimeout(root),
            (http.Text("routePrefix") ?? "api").Trim('/'),
            ServiceBusOptions.Read(extensions.Child("serviceBus")));
        handler.Only("enableForwardingHttpRequest", "false");
        handler.Only("type", "http");
        foreach (var section in (Section[])[root, handler, extensions, http])
            section.RefuseRest();
        return json;
    }

    /// <summary>Null stands for no limit, which host.json writes as -1.</summary>
    private static TimeSpan? ReadFunctionTimeout(Section root)
    {
        if (root.Text("functionTimeout") is not { } text)
            return DefaultFunctionTimeout;
        if (text == "-1")
            return null;
        return root.Duration("functionTimeout") ?? DefaultFunctionTimeout;
    }
}
