namespace Alerting.Local.Twilio.Json;

/// <summary>The state that a script wants; what it does not name is as in a healthy provider.</summary>
internal sealed record ControlRequest(
    string? Mode, int? LatencyMs, int? MaxConcurrent, ControlRequest.CallbackRequest? Callbacks, string? InboundUrl)
{
    public ControlState ToState() => new()
    {
        Mode = Mode ?? "ok",
        LatencyMs = LatencyMs ?? 0,
        MaxConcurrent = MaxConcurrent ?? 0,
        Callbacks = Callbacks?.ToControl() ?? new CallbackControl(),
        InboundUrl = InboundUrl,
    };

    internal sealed record CallbackRequest(string? Order, int? Repeat, int? LoseEvery)
    {
        public CallbackControl ToControl() => new()
        {
            Order = Order ?? "normal",
            Repeat = Repeat ?? 0,
            LoseEvery = LoseEvery ?? 0,
        };
    }
}
