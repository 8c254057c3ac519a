using System.Text.Json;

namespace Alerting.Testing.Faults;

/// <summary>The text messages of an alert as staff see them.</summary>
public sealed record SmsProgress(bool IsPlanned, int Planned, int Sent, int Failed, int Superseded)
{
    /// <summary>Deliveries without an end of sending.</summary>
    public int Open => Planned - Sent - Failed - Superseded;

    /// <summary>Everybody is known, and nothing is open.</summary>
    public bool IsEnded => IsPlanned && Open == 0;

    internal static SmsProgress Read(JsonElement alert)
    {
        var sms = alert.GetProperty("channels").GetProperty("sms");
        return new(
            alert.GetProperty("isPlanned").GetBoolean(),
            sms.GetProperty("planned").GetInt32(),
            sms.GetProperty("sent").GetInt32(),
            sms.GetProperty("failed").GetInt32(),
            sms.GetProperty("superseded").GetInt32());
    }
}
