namespace Alerting.Local.ServiceBus.Engine;

/// <summary>What an address on the wire points to, as far as its text tells.</summary>
internal sealed record EntityAddress(string Path, bool DeadLetter, bool Management)
{
    private const string DeadLetterSuffix = "/$DeadLetterQueue";
    private const string ManagementSuffix = "/$management";

    /// <summary>The address of token requests.</summary>
    public const string Tokens = "$cbs";

    /// <summary>Clients differ: some begin with a slash, some percent-encode, and letter case does not count.</summary>
    public static EntityAddress Parse(string address)
    {
        var path = Uri.UnescapeDataString(address).Trim('/');
        var management = Cut(ref path, ManagementSuffix);
        var deadLetter = Cut(ref path, DeadLetterSuffix);
        return new(path, deadLetter, management);
    }

    public static string SubscriptionPath(string topic, string subscription) => $"{topic}/Subscriptions/{subscription}";

    public bool IsTokens => string.Equals(Path, Tokens, StringComparison.OrdinalIgnoreCase);

    private static bool Cut(ref string path, string suffix)
    {
        if (!path.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) return false;
        path = path[..^suffix.Length];
        return true;
    }
}
