using System.Text.Json;

namespace Alerting.Testing.Faults;

/// <summary>What goes by one channel of an alert, as staff see it.</summary>
public sealed record ChannelProgress(bool IsPlanned, int Planned, int Sent, int Failed, int Superseded)
{
    /// <summary>Deliveries without an end of sending.</summary>
    public int Open => Planned - Sent - Failed - Superseded;

    /// <summary>Everybody is known, and nothing is open.</summary>
    public bool IsEnded => IsPlanned && Open == 0;

    internal static ChannelProgress Read(JsonElement alert, string name)
    {
        var channel = alert.GetProperty("channels").GetProperty(name);
        return new(
            alert.GetProperty("isPlanned").GetBoolean(),
            channel.GetProperty("planned").GetInt32(),
            channel.GetProperty("sent").GetInt32(),
            channel.GetProperty("failed").GetInt32(),
            channel.GetProperty("superseded").GetInt32());
    }
}
