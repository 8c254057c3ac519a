using Alerting.Benchmarks;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
switch (args)
{
    case ["fanout", .. var rest] when FanoutOptions.Parse(rest) is { } options:
        return await Questions.FanoutAsync(options, stop.Token);
    case ["compare", .. var rest] when CompareOptions.Parse(rest) is { } options:
        return await Questions.CompareAsync(options, stop.Token);
    case ["faults", .. var rest] when FaultsOptions.Parse(rest) is { } options:
        return await Questions.FaultsAsync(options, stop.Token);
    case ["soak", .. var rest] when SoakOptions.Parse(rest) is { } options:
        return await Questions.SoakAsync(options, stop.Token);
    case ["progress", .. var rest] when ProgressOptions.Parse(rest) is { } options:
        return await Questions.ProgressAsync(options, stop.Token);
    case ["startup", .. var rest] when StartupOptions.Parse(rest) is { } options:
        return await Questions.StartupAsync(options, stop.Token);
    case ["simulate", "--local", .. var rest] when LocalOptions.Parse(rest) is { } options:
        return await Questions.LocalForecastAsync(options, stop.Token);
    case ["simulate", .. var rest] when SimulateOptions.Parse(rest) is { } options:
        Simulate.Run(options, Console.Out);
        return 0;
    default:
        Console.Error.WriteLine(FanoutOptions.Usage);
        Console.Error.WriteLine(CompareOptions.Usage);
        Console.Error.WriteLine(FaultsOptions.Usage);
        Console.Error.WriteLine(SoakOptions.Usage);
        Console.Error.WriteLine(ProgressOptions.Usage);
        Console.Error.WriteLine(StartupOptions.Usage);
        Console.Error.WriteLine(SimulateOptions.Usage);
        Console.Error.WriteLine(LocalOptions.Usage);
        return 2;
}
