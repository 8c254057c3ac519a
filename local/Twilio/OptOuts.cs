using System.Collections.Concurrent;

namespace Alerting.Local.Twilio;

/// <summary>Who answered STOP to which sender, and has not answered START since.</summary>
internal sealed class OptOuts
{
    private static readonly string[] Stop = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT"];
    private static readonly string[] Start = ["START", "YES", "UNSTOP"];

    private readonly ConcurrentDictionary<(string Person, string Sender), bool> stopped = new();

    public void Hear(string person, string sender, string text)
    {
        var word = text.Trim().ToUpperInvariant();
        if (Stop.Contains(word))
            stopped[(person, sender)] = true;
        else if (Start.Contains(word))
            stopped.TryRemove((person, sender), out _);
    }

    public bool Blocks(string person, string sender) => !stopped.IsEmpty && stopped.ContainsKey((person, sender));

    public void Clear() => stopped.Clear();
}
