using System.Runtime.CompilerServices;
using Alerting.Adapters.Smtp;
using Alerting.Testing;
using MimeKit;
using Xunit;

namespace Alerting.Adapters.Tests.Smtp;

public sealed class SmtpMessageTests
{
    [Fact]
    public void TheSenderKeepsNoMailThatWasSentInItsName()
    {
        var sender = new MailboxAddress("NCTV", "alert@nctv.example");

        var mail = Forgotten(sender);
        GC.Collect();

        Assert.False(mail.IsAlive);
        GC.KeepAlive(sender);
    }

    // In a method of its own, so that no register holds the mail any more.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Forgotten(MailboxAddress sender) =>
        new(SmtpMessage.Of(Some.Email(), sender, new("Burgemeester", "mayor@city.example"), Some.Now));
}
