using Alerting.Local.ServiceBus.Topology;

namespace Alerting.Local.ServiceBus;

/// <summary>The broker as a program of its own.</summary>
public static class ServiceBusCommand
{
    /// <summary>Runs until the token ends it. Returns the exit code; what is wrong is said in one line.</summary>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        try
        {
            var arguments = CommandArguments.Parse(args);
            await ServeAsync(arguments.ToOptions(TopologyFile.Read(arguments.Config)), cancellationToken).ConfigureAwait(false);
            return 0;
        }
        catch (Exception problem) when (problem is CommandException or TopologyException or PortTakenException)
        {
            await Console.Error.WriteLineAsync($"servicebus: {problem.Message}").ConfigureAwait(false);
            return 1;
        }
    }

    private static async Task ServeAsync(BrokerOptions options, CancellationToken cancellationToken)
    {
        await using var broker = new ServiceBusBroker(options);
        await broker.StartAsync(cancellationToken).ConfigureAwait(false);
        Console.WriteLine($"servicebus: listening on {options.Bind}:{broker.Port}");
        await Task.Delay(Timeout.InfiniteTimeSpan, options.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
