using System.Text.Json;
using Alerting.Adapters.Smtp;
using Alerting.Delivery.Channels;
using Alerting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Alerting.Adapters.Tests.Smtp;

/// <summary>The mail path as the settings make it.</summary>
public sealed class SmtpRegistrationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MaildevTakesWhatWeSend()
    {
        var (smtp, web) = (NodeProgram.FreePort(), NodeProgram.FreePort());
        await using var maildev = await NodeProgram.StartAsync(
            "Press Ctrl+C", Repository.PathTo("local", "node_modules", "maildev", "dist", "bin", "maildev.js"),
            "--ip", "127.0.0.1", "--smtp", $"{smtp}", "--web-ip", "127.0.0.1", "--web", $"{web}");
        await using var services = Settings.Services(
            ("Smtp:Host", "127.0.0.1"), ("Smtp:Port", $"{smtp}"), ("Smtp:Security", "None"), ("Smtp:From", "NCTV <alert@nctv.example>"))
            .AddSmtp().BuildServiceProvider();
        var message = Some.Email();

        Assert.Equal(SendKind.Sent, (await services.GetRequiredService<IEmailProvider>().SendAsync(message, Token)).Kind);

        Assert.True((await DependencyReport.OfAsync(services.GetRequiredService<IDependency>(), new FakeTimeProvider(), Token)).Up);
        using var client = new HttpClient();
        using var inbox = JsonDocument.Parse(await client.GetStringAsync(new Uri($"http://127.0.0.1:{web}/api/email"), Token));
        Assert.Equal(message.Subject, Assert.Single(inbox.RootElement.EnumerateArray()).GetProperty("subject").GetString());
    }

    [Fact]
    public void RefusesSettingsWithEveryWrongKeyByName()
    {
        using var services = Settings.Services(
            ("Smtp:Port", "0"), ("Smtp:From", "nobody at home"), ("Smtp:UserName", "u"), ("Smtp:Security", "None"), ("Smtp:Connections", "101"))
            .AddSmtp().BuildServiceProvider();

        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IEmailProvider>());

        Assert.Equal(
            ["Smtp:Host", "Smtp:Port", "Smtp:UserName", "Smtp:Security", "Smtp:From", "Smtp:Connections"],
            failure.Failures.Select(problem => problem.Split(' ')[0]));
    }
}
