using MimeKit;

namespace Alerting.Adapters.Smtp;

/// <summary>The mail server: section <c>Smtp</c>.</summary>
public sealed record SmtpOptions : ICheckedOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Smtp";

    /// <summary>Host name.</summary>
    public string Host { get; set; } = "";

    /// <summary>Port; 587 by default.</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the connection is protected.</summary>
    public SmtpSecurity Security { get; set; } = SmtpSecurity.StartTls;

    /// <summary>Account at the server; empty for a server that asks for none.</summary>
    public string UserName { get; set; } = "";

    /// <summary>Its password; empty exactly when there is no account. Secret.</summary>
    public string Password { get; set; } = "";

    /// <summary>Sender, such as <c>NCTV &lt;alert@nctv.example&gt;</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>Most connections at once, which are kept between messages; 1 to 100, and at least <c>Delivery:EmailConcurrency</c>.</summary>
    public int Connections { get; set; } = 24;

    /// <summary>How long one message may take, with waiting for a connection and opening it; 1 s to 1 min. What is cut off while the text is on its way may have been taken.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <inheritdoc />
    public IEnumerable<string> Problems()
    {
        if (Host.Length == 0)
            yield return "Host must be given.";
        if (Port is < 1 or > 65535)
            yield return "Port must be 1 to 65535.";
        if ((UserName.Length == 0) != (Password.Length == 0))
            yield return "UserName and Smtp:Password must be given together.";
        if (!Enum.IsDefined(Security))
            yield return "Security must be None, StartTls or Tls.";
        if (UserName.Length > 0 && Security == SmtpSecurity.None)
            yield return "Security must be StartTls or Tls where there is an account: a password does not travel in the clear.";
        if (!MailboxAddress.TryParse(From, out _))
            yield return "From must be an email address.";
        if (Connections is < 1 or > 100)
            yield return "Connections must be 1 to 100.";
        if (Timeout < TimeSpan.FromSeconds(1) || Timeout > TimeSpan.FromMinutes(1))
            yield return "Timeout must be 1 s to 1 min.";
    }

    /// <summary>Everything but the password, so that no log shows it.</summary>
    public override string ToString() => $"{Host}:{Port} as {From}";
}
