namespace Alerting.Testing.Faults;

/// <summary>Settings under which what waits after a fault waits for seconds, and few are told at once, so that a fault finds many still waiting.</summary>
public static class FaultSettings
{
    public static IReadOnlyDictionary<string, string> Quick { get; } = new Dictionary<string, string>
    {
        ["Delivery__ClaimLease"] = "00:00:10",
        ["Delivery__ClaimMargin"] = "00:00:03",
        ["Delivery__AuditGrace"] = "00:00:05",
        ["Delivery__FirstPause"] = "00:00:01",
        ["Delivery__LongestPause"] = "00:00:05",
        ["Delivery__SmsConcurrency"] = "16",
        ["AzureFunctionsJobHost__extensions__serviceBus__maxConcurrentCalls"] = "3",
        ["Twilio__Timeout"] = "00:00:02",
        ["TwilioSecond__Timeout"] = "00:00:02",
        ["Providers__Window"] = "00:00:02",
        ["Providers__SlowAnswer"] = "00:00:01.500",
        ["Providers__LeastSlow"] = "5",
        ["Providers__Step"] = "25",
        ["Providers__StepPause"] = "00:00:01",
        ["Providers__Quiet"] = "00:00:01",
        ["Providers__FirstRest"] = "00:00:00.500",
        ["Providers__LongestRest"] = "00:00:02",
        ["Smtp__Timeout"] = "00:00:02",
    };
}
