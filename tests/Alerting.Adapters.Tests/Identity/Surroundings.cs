using Alerting.Adapters.Tests.Smtp;
using Alerting.Adapters.Tests.Twilio;
using Alerting.Local.Hosting;
using Alerting.Local.Identity;
using Alerting.Local.ServiceBus;
using Alerting.Local.ServiceBus.Topology;
using Alerting.Local.SignalR;
using Alerting.Local.SignIn;
using Alerting.Local.Twilio;
using Alerting.Testing;
using Microsoft.AspNetCore.Builder;
using Xunit;
using BoardsOptions = Alerting.Local.SignalR.SignalROptions;
using ProviderOptions = Alerting.Local.Twilio.TwilioOptions;

namespace Alerting.Adapters.Tests.Identity;

/// <summary>Everything that the app talks to, as it is in Azure: broker, tables and boards take tokens of its identity, and no key.</summary>
internal sealed class Surroundings : IAsyncDisposable
{
    private readonly LocalCertificate certificate = new();
    private readonly ScriptedMailServer mail = new();
    private readonly WebApplication provider = TwilioApp.Build(new ProviderOptions { Port = 0, Account = TwilioAccount.Options.AccountSid }, TimeProvider.System);
    private readonly Issuer issuer;
    private readonly TrustedTokens forBoards;
    private readonly TrustedTokens forBroker;
    private readonly WebApplication boards;
    private readonly ServiceBusBroker broker;
    private Azurite? azurite;
    private TableDoor? tables;

    private Surroundings(Issuer issuer)
    {
        this.issuer = issuer;
        forBoards = new(issuer.Address, TrustedTokens.SignalR, TimeProvider.System);
        forBroker = new(issuer.Address, TrustedTokens.ServiceBus, TimeProvider.System);
        boards = SignalRApp.Build(new(0, BoardsOptions.UsualKey) { Identities = forBoards }, TimeProvider.System);
        broker = new(new()
        {
            Topology = TopologyFile.Read(Repository.PathTo("local", "servicebus.json")),
            Port = 0,
            Certificate = certificate.Certificate,
            DemandsTokens = true,
            TokenCheck = BrokerTokens.Check(forBroker),
        });
    }

    public Issuer Issuer => issuer;

    public LocalCertificate Certificate => certificate;

    public int BrokerPort => broker.Port;

    /// <summary>What Azure sets, by the names of infra/bicep/modules/appSettings.bicep, and what App Service adds for the identity.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["AZURE_CLIENT_ID"] = AppIdentity.ClientId,
        ["AZURE_TOKEN_CREDENTIALS"] = "ManagedIdentityCredential",
        ["IDENTITY_ENDPOINT"] = issuer.Endpoint.AbsoluteUri,
        ["IDENTITY_HEADER"] = AppIdentity.Header,
        ["Tables__Endpoint"] = tables!.Endpoint.AbsoluteUri,
        ["ServiceBus__fullyQualifiedNamespace"] = $"127.0.0.1:{broker.Port}",
        ["SignalR__Endpoint"] = $"http://127.0.0.1:{Serving.PortOf(boards)}",
        ["Twilio__AccountSid"] = TwilioAccount.Options.AccountSid,
        ["Twilio__AuthToken"] = TwilioAccount.Options.AuthToken,
        ["Twilio__BaseUrl"] = $"http://127.0.0.1:{Serving.PortOf(provider)}/",
        ["Twilio__From"] = "+3197010000000",
        ["Smtp__Host"] = "127.0.0.1",
        ["Smtp__Port"] = $"{mail.Port}",
        ["Smtp__Security"] = "None",
        ["Smtp__From"] = "alerting@alerting.example",
        ["SignIn__Authority"] = new Uri(issuer.Address, $"{Registration.Tenant}/v2.0").AbsoluteUri,
        ["SignIn__Audience"] = Registration.Audience,
        ["SignIn__ApprovalContext"] = Registration.ApprovalContext,
        ["Public__BaseUrl"] = "https://alerting.example",
        // OpenSSL's own way to be told whom to trust: the app has none.
        ["SSL_CERT_FILE"] = certificate.File,
    };

    public static async Task<Surroundings> StartAsync()
    {
        var token = TestContext.Current.CancellationToken;
        var all = new Surroundings(await Issuer.StartAsync());
        await all.boards.StartAsync(token);
        await all.provider.StartAsync(token);
        await all.broker.StartAsync(token);
        all.azurite = await Azurite.StartAsync(all.certificate);
        all.tables = await TableDoor.StartAsync(all.issuer, all.azurite, all.certificate);
        return all;
    }

    public async ValueTask DisposeAsync()
    {
        await broker.DisposeAsync();
        await boards.DisposeAsync();
        await provider.DisposeAsync();
        await mail.DisposeAsync();
        if (tables is not null)
            await tables.DisposeAsync();
        if (azurite is not null)
            await azurite.DisposeAsync();
        forBoards.Dispose();
        forBroker.Dispose();
        await issuer.DisposeAsync();
        certificate.Dispose();
    }
}
