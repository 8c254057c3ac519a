namespace Alerting.Forecasts;

/// <summary>What the stations are called.</summary>
public static class StationNames
{
    /// <summary>Transactions of the storage account.</summary>
    public const string Tables = "tables";

    /// <summary>The one partition that holds an alert's progress.</summary>
    public const string Partition = "tables, progress";

    /// <summary>The broker's namespace.</summary>
    public const string Bus = "service bus";

    /// <summary>The agreed rate of the senders of text messages.</summary>
    public const string Senders = "sms senders";

    /// <summary>The agreed rate at which calls are started.</summary>
    public const string Callers = "callers";

    /// <summary>The agreed rate of the mail relay.</summary>
    public const string Relay = "mail relay";

    /// <summary>The units of the SignalR service.</summary>
    public const string SignalR = "signalr units";

    /// <summary>The planner of a channel: one batch after the other.</summary>
    public static string Planner(string route) => $"{route} planner";

    /// <summary>Batches that the instances of a channel's function work on.</summary>
    public static string Workers(string route) => $"{route} workers";

    /// <summary>Deliveries in flight from those instances.</summary>
    public static string Doorway(string route) => $"{route} in flight";

    /// <summary>Processors of those instances.</summary>
    public static string Processors(string route) => $"{route} processors";
}
