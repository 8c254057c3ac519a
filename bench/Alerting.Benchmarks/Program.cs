using Alerting.Benchmarks;
using Alerting.Testing;

if (args is not [var question, .. var rest] || question != "fanout" || FanoutOptions.Parse(rest) is not { } options)
{
    Console.Error.WriteLine(FanoutOptions.Usage);
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
await using var system = await RunningSystem.StartAsync(stop.Token, "--no-seed");
var result = await new Fanout(system, options).RunAsync(stop.Token);
result.Print(Console.Out, options.Json);
return 0;
