namespace Alerting.Forecasts;

/// <summary>What Azure and providers allow, as documented; read in 2026, check before relying on one.</summary>
public static class AzureLimits
{
    /// <summary>Entities of 1 KiB that one partition of a table bears in a second. Source: Microsoft Learn, "Scalability and performance targets for Table storage".</summary>
    public const double TablePartitionPerSecond = 2_000;

    /// <summary>Transactions that a storage account bears in a second. Source: as above.</summary>
    public const double TableAccountPerSecond = 20_000;

    /// <summary>Credits of a Service Bus Standard namespace in a second; a message sent or received takes one. Source: Microsoft Learn, "Throttling operations on Azure Service Bus".</summary>
    public const double BusStandardPerSecond = 1_000;

    /// <summary>Bytes in and out that a messaging unit of Service Bus Premium bears in a second. Source: Microsoft Learn, "Best practices for performance improvements using Service Bus messaging".</summary>
    public const double BusPremiumBytesPerSecond = 4_000_000;

    /// <summary>Messages for which one more instance is asked, when they are dispatched one by one. Source: Microsoft Learn, "Target-based scaling".</summary>
    public const int MessagesPerInstance = 16;

    /// <summary>Instances that are added together. Source: as above.</summary>
    public const int InstancesPerStep = 4;

    /// <summary>Pause between two steps of functions without an HTTP trigger. Source: Microsoft Learn, "Event-driven scaling in Azure Functions".</summary>
    public static readonly TimeSpan ScalePause = TimeSpan.FromSeconds(30);

    /// <summary>Most instances when nothing is said, Flex Consumption. Source: Microsoft Learn, "Azure Functions Flex Consumption plan hosting".</summary>
    public const int DefaultInstances = 100;

    /// <summary>Connections of a SignalR unit. Source: Microsoft Learn, "Azure SignalR Service limits".</summary>
    public const int ConnectionsPerUnit = 1_000;

    /// <summary>Bytes that a SignalR unit sends in a second. Source: Microsoft Learn, "Performance guide for Azure SignalR Service".</summary>
    public const double SignalRBytesPerSecond = 4_000_000;

    /// <summary>Segments that an alphanumeric sender sends in a second when nothing else is agreed. Source: Twilio, "Understanding Twilio rate limits and message queues".</summary>
    public const double SegmentsPerSecond = 10;

    /// <summary>Calls that an account starts in a second when nothing else is agreed. Source: Twilio's default of calls per second (CPS) of an account.</summary>
    public const double CallsPerSecond = 1;

    /// <summary>Emails in a minute from a custom domain of Azure Communication Services when nothing else is agreed (and 100 in an hour). Source: Microsoft Learn, "Service limits for Azure Communication Services".</summary>
    public const double EmailsPerMinute = 30;
}
