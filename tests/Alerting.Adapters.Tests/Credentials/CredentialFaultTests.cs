using Alerting.Adapters.ServiceBus;
using Alerting.Adapters.SignalR;
using Alerting.Adapters.Smtp;
using Alerting.Adapters.Tables;
using Alerting.Adapters.Tests.ServiceBus;
using Alerting.Adapters.Tests.Smtp;
using Alerting.Adapters.Tests.Tables;
using Alerting.Adapters.Tests.Twilio;
using Alerting.Adapters.Twilio;
using Alerting.Local.Hosting;
using Alerting.Local.SignalR;
using Alerting.Local.Twilio;
using Alerting.Testing;
using Azure.Data.Tables;
using Azure.Data.Tables.Sas;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using StandInOptions = Alerting.Local.SignalR.SignalROptions;

namespace Alerting.Adapters.Tests.Credentials;

/// <summary>A credential that is not taken is told apart from an outage, for every system by its stand-in.</summary>
public sealed class CredentialFaultTests(AzuriteTables azurite)
{
    private const string Expired = "credential-expired";
    private const string Refused = "credential-refused";

    private static readonly FakeTimeProvider HoursAgo = new(TimeProvider.System.GetUtcNow().AddHours(-3));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(-60, Expired)]
    [InlineData(60, Refused)]
    public async Task TablesTellASignatureThatRanOutFromOneWithoutTheRight(int minutesLeft, string problem)
    {
        var account = new TableServiceClient(azurite.ConnectionString);
        var signature = new TableAccountSasBuilder(TableAccountSasPermissions.Add, TableAccountSasResourceTypes.All, TimeProvider.System.GetUtcNow().AddMinutes(minutesLeft))
            .Sign(new(account.AccountName, KeyOf(azurite.ConnectionString)));

        await AssertFaultAsync(Tables($"TableEndpoint={account.Uri};SharedAccessSignature={signature}"), "tables", problem, "Tables:ConnectionString");
    }

    [Fact]
    public async Task TablesRefuseAKeyThatWasChanged() => await AssertFaultAsync(
        Tables(azurite.ConnectionString.Replace(KeyOf(azurite.ConnectionString), Convert.ToBase64String(new byte[64]), StringComparison.Ordinal)),
        "tables", Refused, "Tables:ConnectionString");

    [Theory]
    [InlineData("ExpiredToken: The token is expired. Expiration time: '03/18/2019 10:00:00'.", Expired)]
    [InlineData("InvalidSignature: The token has an invalid signature.", Refused)]
    public async Task TheBrokersReasonIsPassedOn(string refusal, string problem)
    {
        await using var broker = await Broker.StartAsync();
        broker.Refusal = refusal;
        await using var bus = broker.Connect();

        await AssertFaultAsync(bus, "service-bus", problem, "ServiceBus");
    }

    [Theory]
    [InlineData("another-access-key-than-that-of-the-service", false, Refused)]
    [InlineData(StandInOptions.UsualKey, true, Expired)]
    public async Task TheBoardsTellATokenThatRanOutFromOneByAnotherKey(string key, bool isLate, string problem)
    {
        await using var standIn = SignalRApp.Build(new(0, StandInOptions.UsualKey), TimeProvider.System);
        await standIn.StartAsync(Token);
        await using var services = Settings.Services(("SignalR:ConnectionString", $"Endpoint=http://127.0.0.1:{Serving.PortOf(standIn)};AccessKey={key};Version=1.0;"))
            .AddSingleton(isLate ? HoursAgo : TimeProvider.System)
            .AddSignalRBoards().BuildServiceProvider();

        await AssertFaultAsync(services.GetRequiredService<IDependency>(), "boards", problem, "SignalR:ConnectionString");
    }

    [Fact]
    public async Task TheProviderOfTextMessagesRefusesATokenThatWasChanged()
    {
        await using var standIn = TwilioApp.Build(new() { Port = 0, Account = TwilioAccount.Options.AccountSid, Token = "the-new-one" }, TimeProvider.System);
        await standIn.StartAsync(Token);
        using var sms = new TwilioSms(TwilioAccount.Options with { BaseUrl = new($"http://127.0.0.1:{Serving.PortOf(standIn)}/") }, TwilioAccount.Public);

        await AssertFaultAsync(sms, "sms", Refused, "Twilio:AuthToken");
    }

    [Theory]
    [InlineData("535 5.7.8 Authentication credentials invalid", Refused)]
    [InlineData("535 5.7.139 Authentication unsuccessful, the password has expired", Expired)]
    public async Task TheMailServersReasonIsPassedOn(string answer, string problem)
    {
        await using var server = new ScriptedMailServer();
        server.Answer("EHLO", "250-mail.example\r\n250 AUTH PLAIN");
        server.Answer("AUTH", answer);
        using var email = new SmtpEmail(
            new() { Host = "127.0.0.1", Port = server.Port, Security = SmtpSecurity.None, From = "alerting@alerting.example", UserName = "alerting", Password = "old" },
            TimeProvider.System);

        await AssertFaultAsync(email, "email", problem, "Smtp:Password");
    }

    [Fact]
    public async Task AnOutageIsNoFaultOfACredential()
    {
        using var email = new SmtpEmail(new() { Host = "127.0.0.1", Port = NodeProgram.FreePort(), Security = SmtpSecurity.None, From = "alerting@alerting.example" }, TimeProvider.System);

        var report = await DependencyReport.OfAsync(email, TimeProvider.System, Token);

        Assert.Equal((false, "SocketException", null), (report.Up, report.Problem, report.Advice));
    }

    private static async Task AssertFaultAsync(IDependency dependency, string name, string problem, string named)
    {
        var report = await DependencyReport.OfAsync(dependency, new FakeTimeProvider(), Token);

        Assert.Equal((name, false, problem), (report.Name, report.Up, report.Problem));
        Assert.Contains(named, report.Advice, StringComparison.Ordinal);
    }

    private static AlertingTables Tables(string connectionString) => new(new() { ConnectionString = connectionString });

    private static string KeyOf(string connectionString) =>
        connectionString.Split(';').Single(part => part.StartsWith("AccountKey=", StringComparison.Ordinal))["AccountKey=".Length..];
}
