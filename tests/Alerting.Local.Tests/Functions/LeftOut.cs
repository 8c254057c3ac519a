namespace Alerting.Local.Tests.Functions;

/// <summary>The recorded cases that the runner does not reproduce, each with its reason.</summary>
internal static class LeftOut
{
    private const string Retry = "retry policies are refused when the app is loaded";

    public static readonly IReadOnlyDictionary<string, string> Cases = new Dictionary<string, string>
    {
        ["request-coretools-sb-binary"] = "Core Tools only: the runner sends chunked, as the host does in Azure",
        ["request-http-negotiate"] = "signalRConnectionInfo is refused when the app is loaded",
        ["request-retry-first-attempt"] = Retry,
        ["request-retry-second-attempt-thrown"] = Retry,
        ["request-retry-last-attempt-plain-exception"] = Retry,
        ["request-sb-string-spoof-retrycontext-policy"] = Retry,
        ["request-sb-string-spoof-retrycontext-policy-case"] = Retry
    };

    public static IEnumerable<string> Driven(string prefix) => HostEnvelope.Names(prefix).Where(name => !Cases.ContainsKey(name));
}
