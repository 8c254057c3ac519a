using Alerting.Local.Functions.Loading;
using Alerting.Local.Functions.Timers;
using Newtonsoft.Json.Linq;

namespace Alerting.Local.Functions.Envelopes;

/// <summary>Envelopes of timer triggers. Unlike in metadata, times keep their fraction of a second here.</summary>
internal static class TimerEnvelopes
{
    public static Envelope Create(TimerTrigger trigger, ScheduleStatus? status, bool isPastDue, SystemData system) =>
        new(trigger.Binding, new JObject
        {
            ["Schedule"] = new JObject { ["AdjustForDST"] = true },
            ["ScheduleStatus"] = status is null ? JValue.CreateNull() : new JObject
            {
                ["Last"] = status.Last,
                ["Next"] = status.Next,
                ["LastUpdated"] = status.LastUpdated
            },
            ["IsPastDue"] = isPastDue
        }, new() { { "sys", system.ToJson() } });
}
