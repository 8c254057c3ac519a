using System.Reflection;

namespace Alerting.Local;

/// <summary>The parts that can be started alone.</summary>
internal static class Verbs
{
    private static readonly Dictionary<string, string> Commands = new()
    {
        ["servicebus"] = "ServiceBusCommand",
        ["signalr"] = "SignalRCommand",
        ["twilio"] = "TwilioCommand",
        ["signin"] = "SignInCommand",
        ["functions"] = "FunctionsCommand",
    };

    public static async Task<int> RunAsync(string verb, string[] args, CancellationToken cancellation)
    {
        if (!Commands.TryGetValue(verb, out var name) || Find(name) is not { } run)
        {
            await Console.Error.WriteLineAsync($"There is no part '{verb}'. Parts: {string.Join(", ", Commands.Keys)}");
            return 2;
        }
        return await (Task<int>)run.Invoke(null, [args, cancellation])!;
    }

    private static MethodInfo? Find(string name) =>
        new[] { typeof(Verbs).Assembly, Assembly.Load("Alerting.Local.ServiceBus") }
            .SelectMany(assembly => assembly.GetTypes())
            .FirstOrDefault(type => type.Name == name)?
            .GetMethod("RunAsync", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic);
}
