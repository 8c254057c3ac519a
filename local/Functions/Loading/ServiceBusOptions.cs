namespace Alerting.Local.Functions.Loading;

/// <summary>host.json <c>extensions.serviceBus</c>, with the extension's defaults.</summary>
internal sealed record ServiceBusOptions(int MaxConcurrentCalls, int MaxMessageBatchSize, TimeSpan MaxAutoLockRenewalDuration)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(150);

    public int MinMessageBatchSize { get; init; } = 1;

    /// <summary>Of use with a minimum above one only.</summary>
    public TimeSpan MaxBatchWaitTime { get; init; } = TimeSpan.FromSeconds(30);

    public static ServiceBusOptions Read(Section section)
    {
        var options = new ServiceBusOptions(
            section.Number("maxConcurrentCalls", 1) ?? 16 * Environment.ProcessorCount,
            section.Number("maxMessageBatchSize", 1) ?? 1000,
            section.Duration("maxAutoLockRenewalDuration") ?? TimeSpan.FromMinutes(5))
        {
            MinMessageBatchSize = section.Number("minMessageBatchSize", 1) ?? 1,
            MaxBatchWaitTime = section.Duration("maxBatchWaitTime") ?? TimeSpan.FromSeconds(30),
        };
        if (options.MinMessageBatchSize > options.MaxMessageBatchSize)
            section.Refuse("'minMessageBatchSize' must not be above 'maxMessageBatchSize'");
        if (options.MaxBatchWaitTime > LongestWait)
            section.Refuse($"'maxBatchWaitTime' must not be above {LongestWait}");
        section.Only("prefetchCount", "0");
        section.Only("transportType", "amqpTcp");
        section.Only("autoCompleteMessages", "true");
        section.Only("enableCrossEntityTransactions", "false");
        section.RefuseRest();
        return options;
    }
}
