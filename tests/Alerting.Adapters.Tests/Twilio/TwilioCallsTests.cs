using System.Net.Http.Json;
using System.Text.Json;
using Alerting.Adapters.Twilio;
using Alerting.Delivery.Channels;
using Alerting.Directory;
using Alerting.Local.Hosting;
using Alerting.Local.Twilio;
using Alerting.Testing;
using Alerting.Texts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using TwilioOptions = Alerting.Adapters.Twilio.TwilioOptions;

namespace Alerting.Adapters.Tests.Twilio;

/// <summary>Against the stand-in, whose magic numbers choose what happens.</summary>
public sealed class TwilioCallsTests : IAsyncLifetime
{
    private readonly WebApplication standIn = TwilioApp.Build(new() { Port = 0 }, TimeProvider.System);
    private TwilioOptions options = TwilioAccount.Options;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await standIn.StartAsync(Token);
        options = options with { BaseUrl = new($"http://127.0.0.1:{Serving.PortOf(standIn)}"), Timeout = TimeSpan.FromSeconds(5) };
    }

    public ValueTask DisposeAsync() => standIn.DisposeAsync();

    [Fact]
    public async Task ACallIsFoundByNumberAndTime()
    {
        using var calls = new TwilioCalls(options, TwilioAccount.Public);
        var call = Call();

        var outcome = await calls.CallAsync(call, Token);

        Assert.Equal(SendKind.Sent, outcome.Kind);
        Assert.StartsWith("CA", outcome.ProviderId, StringComparison.Ordinal);
        var start = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        Assert.Equal(outcome.ProviderId, await calls.FindCallAsync(call.To, start, Token));
        Assert.Null(await calls.FindCallAsync(call.To, start.AddHours(1), Token));
        Assert.Null(await calls.FindCallAsync(Some.Sms().To, start, Token));
    }

    [Fact]
    public async Task TheTextIsSaidTwiceToTheLetterWhateverIsInIt()
    {
        using var calls = new TwilioCalls(options, TwilioAccount.Public);
        var call = Call() with { Text = "Toets <één> & \"wacht\" ]]> \u0007" };
        await calls.CallAsync(call, Token);
        using var http = new HttpClient { BaseAddress = options.BaseUrl };

        var heard = await Waiting.UntilAsync(
            () => http.GetFromJsonAsync<JsonElement>($"_calls?to=%2B{call.To.Value[1..]}", Token), all => all[0].GetProperty("spoken").GetArrayLength() > 0, TimeSpan.FromMinutes(1), Token);

        Assert.All(heard[0].GetProperty("spoken").EnumerateArray(), said => Assert.Equal("Toets <één> & \"wacht\" ]]>", said.GetString()!.Trim()));
        Assert.Equal(2, heard[0].GetProperty("spoken").GetArrayLength());
        var twiml = heard[0].GetProperty("twiml")[0].GetString()!;
        Assert.Contains($"https://alerting.example/api/webhooks/twilio/keypad?delivery={call.Batch}/0\"", twiml, StringComparison.Ordinal);
        Assert.Contains("language=\"nl-NL\"", twiml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("21100", SendKind.Rejected, "21211")]
    [InlineData("42900", SendKind.TryLater, "20429")]
    [InlineData("50000", SendKind.Unknown, "20500")]
    [InlineData("90100", SendKind.Unknown, "connection-lost")]
    public async Task ARefusalIsReadAsItIsMeant(string magic, SendKind kind, string code)
    {
        using var calls = new TwilioCalls(options, TwilioAccount.Public);

        Assert.Equal(new(kind, Code: code), await calls.CallAsync(Call() with { To = new($"+31970999{magic}") }, Token));
    }

    [Fact]
    public async Task AProviderThatCannotBeAskedSaysNothing()
    {
        using var calls = new TwilioCalls(options with { AuthToken = "wrong" }, TwilioAccount.Public);

        await Assert.ThrowsAsync<HttpRequestException>(() => calls.FindCallAsync(new("+3197010000001"), Some.Now, Token));
    }

    [Theory]
    [InlineData("NCTV", "", false)]
    [InlineData("NCTV", "+31201234567", true)]
    [InlineData("+31201234567", "", true)]
    public async Task OnlyAnAccountWithANumberCalls(string from, string callFrom, bool can)
    {
        (string, string)[] settings =
        [
            ("Twilio:AccountSid", options.AccountSid), ("Twilio:AuthToken", "x"), ("Twilio:From", "NCTV"), ("Public:BaseUrl", "https://alerting.example"),
            ("TwilioSecond:AccountSid", "AC" + new string('0', 31) + "2"), ("TwilioSecond:AuthToken", "x"), ("TwilioSecond:From", from), ("TwilioSecond:CallFrom", callFrom),
        ];
        await using var services = Settings.Services(settings).AddTwilio(Settings.Of(settings)).BuildServiceProvider();

        Assert.Equal(can, TwilioOptions.CanCall(Settings.Of(settings)));
        Assert.Equal(can ? ["twilio-second"] : [], services.GetServices<IVoiceProvider>().Select(provider => provider.Name));
    }

    private static VoiceCall Call()
    {
        var batch = Some.Batch();
        return new(batch.Recipients[0].Address, "Dreigingsniveau vijf.", Language.Dutch, batch.Id.Calls(1), 0);
    }
}
