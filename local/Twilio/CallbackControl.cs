using System.Text.Json.Serialization;

namespace Alerting.Local.Twilio;

/// <summary>How status callbacks reach their receiver, when the network is not kind.</summary>
internal sealed record CallbackControl
{
    /// <summary><c>normal</c> or <c>shuffled</c>.</summary>
    public string Order { get; init; } = "normal";

    /// <summary>How often each callback is sent again.</summary>
    public int Repeat { get; init; }

    /// <summary>Every so manyth callback is never sent; 0 loses none, 1 loses all.</summary>
    public int LoseEvery { get; init; }

    [JsonIgnore]
    public bool IsShuffled => Order == "shuffled";

    public string? Wrong() =>
        Order is not ("normal" or "shuffled") ? "callbacks.order must be normal or shuffled"
        : Repeat is < 0 or > 10 ? "callbacks.repeat must be between 0 and 10"
        : LoseEvery < 0 ? "callbacks.loseEvery must not be negative"
        : null;
}
