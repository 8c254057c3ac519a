using Alerting.Adapters.Twilio;
using Alerting.Delivery.Channels;
using Alerting.Delivery.Turns;
using Alerting.Local.Hosting;
using Alerting.Local.Twilio;
using Alerting.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using TwilioOptions = Alerting.Adapters.Twilio.TwilioOptions;

namespace Alerting.Adapters.Tests.Twilio;

/// <summary>Against the stand-in, whose magic numbers choose what happens.</summary>
public sealed class TwilioSmsTests : IAsyncLifetime
{
    private readonly WebApplication standIn = TwilioApp.Build(new() { Port = 0 }, TimeProvider.System);
    private TwilioOptions options = TwilioAccount.Options;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await standIn.StartAsync(Token);
        options = options with { BaseUrl = new($"http://127.0.0.1:{Serving.PortOf(standIn)}"), Timeout = TimeSpan.FromSeconds(30) };
    }

    public ValueTask DisposeAsync() => standIn.DisposeAsync();

    [Fact]
    public async Task ASentMessageIsFoundByNumberTextAndTime()
    {
        using var sms = Connect();
        var message = Some.Sms();

        var outcome = await sms.SendAsync(message, Token);

        Assert.Equal(SendKind.Sent, outcome.Kind);
        Assert.StartsWith("SM", outcome.ProviderId, StringComparison.Ordinal);
        var start = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        Assert.Equal(outcome.ProviderId, await sms.FindSentAsync(message.To, "7K3Q", start, Token));
        Assert.Null(await sms.FindSentAsync(message.To, "XXXX", start, Token));
        Assert.Null(await sms.FindSentAsync(Some.Sms().To, "7K3Q", start, Token));
        Assert.Null(await sms.FindSentAsync(message.To, "7K3Q", start.AddHours(1), Token));
    }

    [Fact]
    public async Task AMessageIsFoundBehindAHundredOthersToTheSameNumber()
    {
        using var sms = Connect();
        var message = Some.Sms();
        var sought = await sms.SendAsync(message with { Text = "Code AAAA" }, Token);
        for (var other = 0; other < 100; other++)
            await sms.SendAsync(message, Token);

        Assert.Equal(sought.ProviderId, await sms.FindSentAsync(message.To, "AAAA", TimeProvider.System.GetUtcNow().AddMinutes(-1), Token));
    }

    [Theory]
    [InlineData("21100", SendKind.Rejected, "21211")]
    [InlineData("61000", SendKind.Rejected, "21610")]
    [InlineData("61400", SendKind.Rejected, "21614")]
    [InlineData("61100", SendKind.TryLater, "21611")]
    [InlineData("42900", SendKind.TryLater, "20429")]
    [InlineData("50000", SendKind.Unknown, "20500")]
    public async Task ARefusalIsReadAsItIsMeant(string magic, SendKind kind, string code)
    {
        using var sms = Connect();

        Assert.Equal(new(kind, Code: code), await sms.SendAsync(Some.Sms() with { To = new($"+31970999{magic}") }, Token));
    }

    [Fact]
    public async Task AMessageWhoseAnswerWasCutOffIsUnknownAndWasPostedOnce()
    {
        using var sms = Connect();
        // A connection in use, so that the client could be tempted to take another and post again.
        await sms.SendAsync(Some.Sms(), Token);
        var message = Some.Sms() with { To = new("+3197099990100") };

        Assert.Equal(new(SendKind.Unknown, Code: "connection-lost"), await sms.SendAsync(message, Token));

        Assert.NotNull(await sms.FindSentAsync(message.To, "7K3Q", TimeProvider.System.GetUtcNow().AddMinutes(-1), Token));
        using var client = new HttpClient();
        var kept = await client.GetStringAsync(new Uri(options.BaseUrl, $"/_messages?to=%2B{message.To.Value[1..]}"), Token);
        Assert.Single(kept.Split("\"sid\"").Skip(1));
    }

    [Fact]
    public async Task AMessageWithoutAnAnswerIsUnknown()
    {
        using var sms = new TwilioSms(options with { Timeout = TimeSpan.FromSeconds(3) }, TwilioAccount.Public);

        Assert.Equal(new(SendKind.Unknown, Code: "timeout"), await sms.SendAsync(Some.Sms() with { To = new("+3197099990000") }, Token));
    }

    [Fact]
    public async Task AProviderThatIsNotThereMayBeTriedAgain()
    {
        using var sms = new TwilioSms(options with { BaseUrl = new($"http://127.0.0.1:{NodeProgram.FreePort()}") }, TwilioAccount.Public);

        Assert.Equal(new(SendKind.TryLater, Code: "connect"), await sms.SendAsync(Some.Sms(), Token));
        await Assert.ThrowsAsync<HttpRequestException>(() => sms.FindSentAsync(Some.Sms().To, "7K3Q", Some.Now, Token));
    }

    [Fact]
    public async Task OurOwnCancellationIsNoOutcome()
    {
        using var sms = Connect();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sms.SendAsync(Some.Sms(), cancelled.Token));
    }

    [Fact]
    public async Task ReportsWhetherTheProviderAnswers()
    {
        using var good = Connect();
        using var bad = new TwilioSms(options with { AuthToken = "wrong" }, TwilioAccount.Public);

        Assert.True((await DependencyReport.OfAsync(good, new FakeTimeProvider(), Token)).Up);
        Assert.False((await DependencyReport.OfAsync(bad, new FakeTimeProvider(), Token)).Up);
    }

    [Fact]
    public async Task IsReachedThroughTheSettings()
    {
        await using var services = Settings.Services(
            ("Twilio:AccountSid", options.AccountSid),
            ("Twilio:AuthToken", options.AuthToken),
            ("Twilio:From", options.From),
            ("Twilio:BaseUrl", options.BaseUrl.AbsoluteUri),
            ("Public:BaseUrl", "https://alerting.example")).AddTwilio(Settings.Of()).BuildServiceProvider();

        Assert.Equal(SendKind.Sent, (await services.GetRequiredService<ISmsProvider>().SendAsync(Some.Sms(), Token)).Kind);
        Assert.NotNull(services.GetRequiredService<TwilioSignature>());
    }

    [Fact]
    public async Task ASecondAccountInTheSettingsIsAnotherProvider()
    {
        (string, string)[] settings =
        [
            ("Twilio:AccountSid", options.AccountSid), ("Twilio:AuthToken", "secret-1"), ("Twilio:From", "NCTV"), ("Twilio:Weight", "70"),
            ("Twilio:MessagesPerSecond", "5"), ("Twilio:MessageBurst", "7"),
            ("TwilioSecond:AccountSid", "AC" + new string('0', 31) + "2"), ("TwilioSecond:AuthToken", "secret-2"), ("TwilioSecond:From", "NCTV"),
            ("Public:BaseUrl", "https://alerting.example"),
        ];
        await using var services = Settings.Services(settings).AddTwilio(Settings.Of(settings)).BuildServiceProvider();

        Assert.Equal([("twilio", 70), ("twilio-second", 50)], services.GetServices<ISmsProvider>().Select(provider => (provider.Name, provider.Weight)));
        Assert.Equal([TokenBucket.PerSecond(5, burst: 7), null], services.GetServices<ISmsProvider>().Select(provider => provider.Bucket));
        Assert.Equal(["sms", "sms-second"], services.GetServices<IDependency>().Select(dependency => dependency.Name));
        Assert.DoesNotContain("secret", $"{services.GetRequiredService<IOptions<TwilioSecondOptions>>().Value}", StringComparison.Ordinal);
    }

    [Fact]
    public void AWrongSecondAccountIsNamedByItsOwnSection()
    {
        (string, string)[] settings = [("TwilioSecond:AccountSid", "AC1"), ("Public:BaseUrl", "https://alerting.example")];
        using var services = Settings.Services(settings).AddTwilio(Settings.Of(settings)).BuildServiceProvider();

        var wrong = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<TwilioSecondOptions>>().Value);

        Assert.Equal(["TwilioSecond:AccountSid", "TwilioSecond:AuthToken", "TwilioSecond:From"], wrong.Failures.Select(failure => failure.Split(' ')[0]));
    }

    [Fact]
    public void RefusesSettingsWithEveryWrongKeyByName()
    {
        using var services = Settings.Services(("Twilio:AccountSid", "AC1"), ("Twilio:Timeout", "00:10:00"), ("Public:BaseUrl", "/relative"))
            .AddTwilio(Settings.Of()).BuildServiceProvider();

        var twilio = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<TwilioOptions>>().Value);
        var address = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<PublicOptions>>().Value);

        Assert.Equal(
            ["Twilio:AccountSid", "Twilio:AuthToken", "Twilio:From", "Twilio:Timeout"],
            twilio.Failures.Select(problem => problem.Split(' ')[0]));
        Assert.Equal(["Public:BaseUrl"], address.Failures.Select(problem => problem.Split(' ')[0]));
        Assert.DoesNotContain(options.AuthToken, options.ToString(), StringComparison.Ordinal);
    }

    private TwilioSms Connect() => new(options, TwilioAccount.Public);
}
