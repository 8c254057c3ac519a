using Alerting.Adapters.Smtp;
using Alerting.Delivery.Channels;
using Alerting.Testing;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using Xunit;

namespace Alerting.Adapters.Tests.Smtp;

public sealed class SmtpEmailTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly ScriptedMailServer server = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task AMailCarriesAllThatMarksIt()
    {
        using var email = Connect(time: new FakeTimeProvider(Some.Now));
        var message = Some.Email() with { Subject = "Niveau 5 — provincie Utrecht", Text = "Niveau 5.\nReden: één aanslag." };

        Assert.Equal(new(SendKind.Sent, message.MessageId), await email.SendAsync(message, Token));

        var mail = await ReadAsync(Assert.Single(server.Messages));
        Assert.Equal((message.Subject, message.MessageId, Some.Now), (mail.Subject, mail.MessageId, mail.Date));
        Assert.Equal(message.To.Value, mail.To.Mailboxes.Single().Address);
        Assert.Equal(("NCTV", "alert@nctv.example"), (mail.From.Mailboxes.Single().Name, mail.From.Mailboxes.Single().Address));
        Assert.Equal(message.Text, mail.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Equal("Mon, 18 Mar 2019 17:00:00 +0000", mail.Headers["Expires"]);
    }

    [Fact]
    public async Task NothingASubjectOrAddressSaysBecomesAHeader()
    {
        using var email = Connect();

        await email.SendAsync(Some.Email() with { Subject = "Niveau 5\r\nBcc: evil@elsewhere.example" }, Token);
        var outcome = await email.SendAsync(Some.Email() with { To = new("a@b.example>\r\nRCPT TO:<evil@elsewhere.example") }, Token);

        Assert.Empty((await ReadAsync(Assert.Single(server.Messages))).Bcc);
        Assert.Equal(new(SendKind.Rejected, Code: "smtp-address"), outcome);
    }

    [Fact]
    public async Task ConnectionsAreKeptAndNoMoreThanAllowed()
    {
        using var email = Connect(connections: 2);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => email.SendAsync(Some.Email(), Token)));
        await email.SendAsync(Some.Email(), Token);

        Assert.Equal(21, server.Messages.Count);
        Assert.InRange(server.Connections, 1, 2);
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 no such user", SendKind.Rejected, "smtp-550")]
    [InlineData("RCPT", "550 no such user", SendKind.Rejected, "smtp-550")]
    [InlineData("RCPT", "550-5.1.1 no such user\r\n550 5.1.1 see our pages", SendKind.Rejected, "smtp-550")]
    [InlineData("RCPT", "550 5.2.1 mailbox disabled", SendKind.Rejected, "smtp-550")]
    [InlineData("RCPT", "550 5.7.1 not for you", SendKind.Refused, "smtp-550")]
    [InlineData("RCPT", "550 5.1.8 sender's domain unknown", SendKind.Refused, "smtp-550")]
    [InlineData("RCPT", "552 5.2.2 mailbox full", SendKind.Refused, "smtp-552")]
    [InlineData("RCPT", "554 relay access denied", SendKind.Refused, "smtp-554")]
    [InlineData("RCPT", "451 4.7.1 greylisted", SendKind.TryLater, "smtp-451")]
    [InlineData("MAIL", "550 5.7.1 sender refused", SendKind.TryLater, "smtp-550")]
    [InlineData("MAIL", "452 4.3.1 no space", SendKind.TryLater, "smtp-452")]
    [InlineData(ScriptedMailServer.Text, "554 5.7.1 refused", SendKind.Refused, "smtp-554")]
    [InlineData(ScriptedMailServer.Text, "550 looks like spam", SendKind.Refused, "smtp-550")]
    [InlineData(ScriptedMailServer.Text, "550 5.1.1 no such user", SendKind.Rejected, "smtp-550")]
    [InlineData(ScriptedMailServer.Text, "451 4.3.0 not now", SendKind.TryLater, "smtp-451")]
    [InlineData("RCPT", ScriptedMailServer.Cut, SendKind.TryLater, "smtp-no-connection")]
    [InlineData("greeting", ScriptedMailServer.Cut, SendKind.TryLater, "smtp-no-connection")]
    [InlineData("greeting", "554 go away", SendKind.TryLater, "smtp-554")]
    [InlineData(ScriptedMailServer.Text, ScriptedMailServer.Cut, SendKind.Unknown, "smtp-connection-lost")]
    public async Task AnAnswerIsReadAsItIsMeant(string command, string answer, SendKind kind, string code)
    {
        using var email = Connect();
        server.Answer(command, answer);

        Assert.Equal(new(kind, Code: code), await email.SendAsync(Some.Email(), Token));

        Assert.Empty(server.Messages);
        Assert.Equal(SendKind.Sent, (await email.SendAsync(Some.Email(), Token)).Kind);
    }

    [Theory]
    [InlineData("RCPT", SendKind.TryLater)]
    [InlineData(ScriptedMailServer.Text, SendKind.Unknown)]
    public async Task AServerThatHangsIsGivenUp(string command, SendKind kind)
    {
        var time = new FakeTimeProvider(Some.Now);
        using var email = Connect(time: time);
        server.Answer(command, ScriptedMailServer.Hang);

        var sending = email.SendAsync(Some.Email(), Token);
        await server.HungAsync(Token);
        time.Advance(Options().Timeout);

        Assert.Equal(new(kind, Code: "smtp-timeout"), await sending);
    }

    [Fact]
    public async Task WaitingForAConnectionCountsAsTimeOfTheMessage()
    {
        var time = new FakeTimeProvider(Some.Now);
        using var email = Connect(connections: 1, time);
        server.Answer("RCPT", ScriptedMailServer.Hang);
        var first = email.SendAsync(Some.Email(), Token);
        await server.HungAsync(Token);

        var second = email.SendAsync(Some.Email(), Token);
        time.Advance(Options().Timeout);

        Assert.Equal(new(SendKind.TryLater, Code: "smtp-timeout"), await first.WaitAsync(Patience, Token));
        Assert.Equal(new(SendKind.TryLater, Code: "smtp-timeout"), await second.WaitAsync(Patience, Token));
        Assert.Empty(server.Messages);
    }

    [Fact]
    public async Task AnotherConnectionGivesAMessageNoMoreTime()
    {
        var time = new FakeTimeProvider(Some.Now);
        using var email = Connect(connections: 1, time);
        await email.SendAsync(Some.Email(), Token);
        server.Answer("MAIL", ScriptedMailServer.Hang);
        server.Answer("MAIL", ScriptedMailServer.Hang);
        var sending = email.SendAsync(Some.Email(), Token);
        await server.HungAsync(Token);
        time.Advance(Options().Timeout / 2);
        server.CutAll();
        await server.HungAsync(Token);

        time.Advance(Options().Timeout / 2);

        Assert.Equal(new(SendKind.TryLater, Code: "smtp-timeout"), await sending.WaitAsync(Patience, Token));
    }

    [Fact]
    public async Task ARefusedRecipientCostsNoConnection()
    {
        using var email = Connect();
        server.Answer("RCPT", "550 no such user");

        await email.SendAsync(Some.Email(), Token);
        await email.SendAsync(Some.Email(), Token);

        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task AKeptConnectionThatWasClosedIsReplaced()
    {
        using var email = Connect();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => email.SendAsync(Some.Email(), Token)));
        server.CutAll();

        var outcome = await email.SendAsync(Some.Email(), Token);

        Assert.Equal(SendKind.Sent, outcome.Kind);
        Assert.Equal(5, server.Messages.Count);
    }

    [Fact]
    public async Task AServerThatIsNotThereMayBeTriedAgain()
    {
        using var email = new SmtpEmail(Options() with { Port = NodeProgram.FreePort() }, TimeProvider.System);

        Assert.Equal(new(SendKind.TryLater, Code: "smtp-no-connection"), await email.SendAsync(Some.Email(), Token));
        Assert.False((await DependencyReport.OfAsync(email, new FakeTimeProvider(), Token)).Up);
    }

    [Fact]
    public async Task AServerThatRefusesOurPasswordIsOursToMendAndTheMessageMayBeTriedAgain()
    {
        using var email = new SmtpEmail(Options() with { UserName = "alerting", Password = "wrong" }, TimeProvider.System);
        server.Answer("EHLO", "250-mail.example\r\n250 AUTH PLAIN");
        server.Answer("AUTH", "535 5.7.8 no");

        Assert.Equal(new(SendKind.TryLater, Code: "smtp-login"), await email.SendAsync(Some.Email(), Token));
        Assert.Empty(server.Messages);
    }

    [Fact]
    public async Task AServerThatSpeaksNoTlsGetsNothingAndTheMessageMayBeTriedAgain()
    {
        using var email = new SmtpEmail(Options() with { Security = SmtpSecurity.Tls }, TimeProvider.System);

        Assert.Equal(new(SendKind.TryLater, Code: "smtp-tls"), await email.SendAsync(Some.Email(), Token));
        Assert.Empty(server.Messages);
    }

    [Fact]
    public async Task OurOwnCancellationIsNoOutcome()
    {
        using var email = Connect();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => email.SendAsync(Some.Email(), cancelled.Token));
    }

    private static async Task<MimeMessage> ReadAsync(string text)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        return await MimeMessage.LoadAsync(stream, Token);
    }

    private SmtpEmail Connect(int connections = 4, TimeProvider? time = null) =>
        new(Options() with { Connections = connections }, time ?? TimeProvider.System);

    private SmtpOptions Options() => new() { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None, From = "NCTV <alert@nctv.example>", Timeout = TimeSpan.FromSeconds(30) };
}
