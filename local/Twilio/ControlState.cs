using System.Text.Json.Serialization;

namespace Alerting.Local.Twilio;

/// <summary>How the whole provider behaves. The defaults are a healthy one.</summary>
internal sealed record ControlState
{
    private static readonly string[] Modes = ["ok", "500", "hang", "cut", "429"];

    /// <summary><c>ok</c>, <c>500</c>, <c>429</c>, <c>hang</c> (nothing done, no answer) or <c>cut</c> (done, no answer).</summary>
    public string Mode { get; init; } = "ok";

    /// <summary>Added before every answer of the API.</summary>
    public int LatencyMs { get; init; }

    /// <summary>More API requests than this at once are answered 429; 0 is no limit.</summary>
    public int MaxConcurrent { get; init; }

    public CallbackControl Callbacks { get; init; } = new();

    /// <summary>Where inbound messages are posted to.</summary>
    public string? InboundUrl { get; init; }

    [JsonIgnore]
    public Fault Fault => Mode switch
    {
        "500" => Fault.ServerError,
        "hang" => Fault.Hang,
        "cut" => Fault.Cut,
        "429" => Fault.TooMany,
        _ => Fault.None,
    };

    /// <summary>What is wrong with this state, in one sentence; null when nothing is.</summary>
    public string? Wrong() =>
        !Modes.Contains(Mode) ? $"mode must be one of {string.Join(", ", Modes)}"
        : LatencyMs is < 0 or > 600_000 ? "latencyMs must be between 0 and 600000"
        : MaxConcurrent < 0 ? "maxConcurrent must not be negative"
        : InboundUrl is { } url && !Address.IsWebhook(url) ? "inboundUrl must be an http or https URL"
        : Callbacks.Wrong();
}
