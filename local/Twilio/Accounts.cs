namespace Alerting.Local.Twilio;

/// <summary>The accounts of this stand-in: one, or two that pass for two providers.</summary>
internal sealed class Accounts(TwilioOptions options)
{
    public IReadOnlyList<Account> All { get; } =
    [
        new(options.Account, options.Token, options.InboundUrl),
        .. options.SecondAccount is { } second ? (Account[])[new(second, options.SecondToken, options.InboundUrl)] : [],
    ];

    public Account? Find(string? sid) => All.FirstOrDefault(account => string.Equals(account.Sid, sid, StringComparison.OrdinalIgnoreCase));
}
