namespace Alerting.Local.Functions.Loading;

/// <summary>host.json <c>extensions.serviceBus</c>, with the extension's defaults.</summary>
internal sealed record ServiceBusOptions(int MaxConcurrentCalls, int MaxMessageBatchSize, TimeSpan MaxAutoLockRenewalDuration)
{
    public static ServiceBusOptions Read(Section section)
    {
        var options = new ServiceBusOptions(
            section.Number("maxConcurrentCalls", 1) ?? 16 * Environment.ProcessorCount,
            section.Number("maxMessageBatchSize", 1) ?? 1000,
            section.Duration("maxAutoLockRenewalDuration") ?? TimeSpan.FromMinutes(5));
        section.Only("prefetchCount", "0");
        section.Only("transportType", "amqpTcp");
        section.Only("autoCompleteMessages", "true");
        section.Only("minMessageBatchSize", "1");
        section.Only("enableCrossEntityTransactions", "false");
        // Both only matter with a minimum batch size above one.
        section.WithoutEffect("maxBatchWaitTime");
        section.RefuseRest();
        return options;
    }
}
