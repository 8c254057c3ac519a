namespace Alerting.Local.Functions.Queues;

/// <summary>Takes messages from a source to a function until the source ends.</summary>
internal interface IDispatch
{
    Task RunAsync(IMessageSource source, CancellationToken stop);
}
