using System.Text.Json;

namespace Alerting.Testing.Faults;

/// <summary>What goes by one channel of an alert, as staff see it.</summary>
/// <param name="IsPlanned">Everybody is known.</param>
/// <param name="Open">Deliveries without an end of sending.</param>
/// <param name="Sent">Taken by the provider.</param>
/// <param name="Failed">Rejected, given up or reported as not arrived.</param>
/// <param name="Superseded">Not sent any more.</param>
/// <param name="Delivered">Reported as arrived.</param>
public sealed record ChannelProgress(bool IsPlanned, int Open, int Sent, int Failed, int Superseded, int Delivered)
{
    /// <summary>Nothing is known of it.</summary>
    public static ChannelProgress Nothing { get; } = new(false, 0, 0, 0, 0, 0);

    /// <summary>Everybody is known, and nothing is open.</summary>
    public bool IsEnded => IsPlanned && Open == 0;

    internal static ChannelProgress Read(JsonElement alert, string name)
    {
        var channel = alert.GetProperty("channels").GetProperty(name);
        return new(
            alert.GetProperty("isPlanned").GetBoolean(),
            channel.GetProperty("open").GetInt32(),
            channel.GetProperty("sent").GetInt32(),
            channel.GetProperty("failed").GetInt32(),
            channel.GetProperty("superseded").GetInt32(),
            channel.GetProperty("delivered").GetInt32());
    }
}
