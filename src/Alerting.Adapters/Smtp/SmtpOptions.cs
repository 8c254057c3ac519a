using MimeKit;

namespace Alerting.Adapters.Smtp;

/// <summary>The mail server that our mail goes through: section <c>Smtp</c>.</summary>
public sealed record SmtpOptions : ICheckedOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Smtp";

    /// <summary>Name or address of the server.</summary>
    public string Host { get; set; } = "";

    /// <summary>Port, 1 to 65535; 587 for a relay with STARTTLS.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Sender, such as <c>alerting@example.org</c> or <c>NCTV &lt;alerting@example.org&gt;</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>How the connection is protected.</summary>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>Account at the server; empty for none.</summary>
    public string UserName { get; set; } = "";

    /// <summary>Its password. Secret.</summary>
    public string Password { get; set; } = "";

    /// <summary>Most connections kept at once, 1 to 100.</summary>
    public int Connections { get; set; } = 8;

    /// <summary>How long one mail may take in all; 1 s to 1 min. After it nobody knows whether it was taken.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (Host.Length == 0)
            yield return "Host must be given.";
        if (Port is < 1 or > 65535)
            yield return "Port must be 1 to 65535.";
        if (!MailboxAddress.TryParse(From, out _))
            yield return "From must be an email address.";
        if (!Enum.IsDefined(Security))
            yield return "Security must be None, StartTls or Tls.";
        if (UserName.Length > 0 && Security == SmtpSecurity.None)
            yield return "Security must be StartTls or Tls where there is a user name: a password does not travel in the clear.";
        if (Connections is < 1 or > 100)
            yield return "Connections must be 1 to 100.";
        if (Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromMinutes(1))
            yield return "Timeout must be 1 s to 1 min.";
    }

    /// <summary>Everything but the account, so that no log shows it.</summary>
    public override string ToString() => $"{Host}:{Port} ({Security})";
}
