using Alerting.Local.Hosting;

namespace Alerting.Local.Twilio;

/// <summary>The verb <c>twilio</c>: one stand-in provider until it is stopped.</summary>
internal static class TwilioCommand
{
    public static async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken ct) =>
        TwilioOptions.Parse(args, out var error) is { } options
            ? await Serving.RunAsync(TwilioApp.Build(options, TimeProvider.System), "twilio", options.Port, ct)
            : Serving.Refuse("twilio", error!);
}
