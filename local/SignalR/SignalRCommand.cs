using Alerting.Local.Hosting;

namespace Alerting.Local.SignalR;

/// <summary>The verb <c>signalr</c>: the stand-in until it is stopped.</summary>
internal static class SignalRCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken ct) =>
        SignalROptions.Parse(args, out var error) is { } options
            ? await Serving.RunAsync(SignalRApp.Build(options, TimeProvider.System), "signalr", options.Port, ct)
            : Serving.Refuse("signalr", error!);
}
