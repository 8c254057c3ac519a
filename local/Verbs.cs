using Alerting.Local.Functions;
using Alerting.Local.ServiceBus;
using Alerting.Local.SignalR;
using Alerting.Local.SignIn;
using Alerting.Local.Twilio;

namespace Alerting.Local;

/// <summary>The parts that can be started alone.</summary>
internal static class Verbs
{
    private static readonly Dictionary<string, Func<string[], CancellationToken, Task<int>>> Commands = new()
    {
        ["servicebus"] = ServiceBusCommand.RunAsync,
        ["signalr"] = SignalRCommand.RunAsync,
        ["twilio"] = TwilioCommand.RunAsync,
        ["signin"] = SignInCommand.RunAsync,
        ["functions"] = FunctionsCommand.RunAsync,
    };

    public static async Task<int> RunAsync(string verb, string[] args, CancellationToken ct)
    {
        if (Commands.TryGetValue(verb, out var run))
            return await run(args, ct);
        await Console.Error.WriteLineAsync($"There is no part '{verb}'. Parts: {string.Join(", ", Commands.Keys)}");
        return 2;
    }
}
