namespace Alerting.Local.Twilio;

/// <summary>One customer's account: its name, its password, and a state of its own, as if each were another provider.</summary>
internal sealed class Account(string sid, string token, string? inboundUrl)
{
    private int underWay;

    public string Sid => sid;

    /// <summary>The password of every request and the key of every signature.</summary>
    public string Token => token;

    public Control Control { get; } = new(inboundUrl);

    /// <summary>A request comes in; the answer is how many there are at once.</summary>
    public int Enter() => Interlocked.Increment(ref underWay);

    public void Leave() => Interlocked.Decrement(ref underWay);
}
