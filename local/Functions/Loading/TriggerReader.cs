using Alerting.Local.Functions.Queues;
using Alerting.Local.Functions.Timers;

namespace Alerting.Local.Functions.Loading;

/// <summary>Reads one trigger binding; everything wrong with it goes to the section's errors.</summary>
internal static class TriggerReader
{
    public static Trigger? Http(Section section, string function)
    {
        var name = section.Required("name");
        var level = section.Text("authLevel") ?? "function";
        if (!IsOneOf(level, "anonymous", "function", "admin"))
            section.Refuse($"'authLevel' is '{level}', not anonymous, function or admin");
        var trigger = new HttpTrigger(name, (section.Text("route") ?? function).Trim('/'), section.Texts("methods"));
        section.RefuseRest();
        return trigger;
    }

    public static Trigger? Timer(Section section)
    {
        var name = section.Required("name");
        var text = section.Required("schedule");
        var schedule = TimerSchedule.Parse(text, out var problem);
        var runOnStartup = section.Flag("runOnStartup") ?? false;
        var useMonitor = section.Flag("useMonitor") ?? true;
        section.RefuseRest();
        if (schedule is not null)
            return new TimerTrigger(name, schedule, runOnStartup, useMonitor && !schedule.RecursWithinAMinute);
        if (text.Length > 0)
            section.Refuse($"'schedule' {problem}");
        return null;
    }

    public static Trigger? ServiceBus(Section section, Settings settings)
    {
        var trigger = new ServiceBusTrigger(section.Required("name"), ReadEntity(section), ReadConnection(section, settings))
        {
            Many = ReadCardinality(section),
            BodyType = ReadBodyType(section),
            MaxMessageBatchSize = section.Number("maxMessageBatchSize", 1)
        };
        section.Only("isSessionsEnabled", "false");
        section.Only("autoCompleteMessages", "true");
        section.RefuseRest();
        return trigger;
    }

    private static string ReadEntity(Section section)
    {
        var (queue, topic, subscription) = (section.Text("queueName"), section.Text("topicName"), section.Text("subscriptionName"));
        switch (queue, topic, subscription)
        {
            case ({ Length: > 0 }, null, null):
                return queue;
            case (null, { Length: > 0 }, { Length: > 0 }):
                return $"{topic}/Subscriptions/{subscription}";
            default:
                section.Refuse("needs either 'queueName', or 'topicName' and 'subscriptionName'");
                return "";
        }
    }

    private static string ReadConnection(Section section, Settings settings)
    {
        var name = section.Text("connection") ?? "AzureWebJobsServiceBus";
        if ((settings[name] ?? settings["AzureWebJobs" + name]) is not { Length: > 0 } value)
        {
            section.Refuse($"'connection' names the setting '{name}', which is not set");
            return "";
        }
        if (BrokerAddress.Parse(value, out var problem) is null)
            section.Refuse($"the setting '{name}' {problem}");
        return value;
    }

    private static bool ReadCardinality(Section section)
    {
        var text = section.Text("cardinality") ?? "one";
        if (!IsOneOf(text, "one", "many"))
            section.Refuse($"'cardinality' is '{text}', not one or many");
        return IsOneOf(text, "many");
    }

    private static BodyType ReadBodyType(Section section)
    {
        var text = section.Text("dataType");
        if (text is not null && !IsOneOf(text, "string", "binary"))
            section.Refuse($"'dataType' is '{text}', not string or binary");
        return text is null ? BodyType.Unspecified : IsOneOf(text, "binary") ? BodyType.Binary : BodyType.Text;
    }

    private static bool IsOneOf(string text, params ReadOnlySpan<string> values)
    {
        foreach (var value in values)
            if (string.Equals(text, value, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
