using System.Diagnostics;
using System.Text.Json;
using Alerting.Adapters;
using Alerting.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Alerting.Functions.Tests.Conventions;

public sealed class SettingsTests
{
    // Read by the Functions host, not by us.
    private static readonly string[] OfTheHost = ["FUNCTIONS_WORKER_RUNTIME", "AzureWebJobsStorage"];

    private static readonly Dictionary<string, string> Sample = JsonElement
        .Parse(File.ReadAllBytes(Repository.PathTo("local.settings.sample.json")))
        .GetProperty("Values").EnumerateObject()
        .Where(setting => !OfTheHost.Contains(setting.Name))
        .ToDictionary(setting => setting.Name.Replace("__", ":", StringComparison.Ordinal), setting => setting.Value.GetString()!);

    [Fact]
    public void TheSampleIsComplete() => new App(Sample).Validate();

    [Fact]
    public void EveryKeyOfTheSampleIsAnOption()
    {
        var options = new[] { typeof(IDependency).Assembly, typeof(Program).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsAssignableTo(typeof(ICheckedOptions)) && type is { IsInterface: false })
            .SelectMany(type => type.GetProperties().Select(property => $"{type.GetField("Section")!.GetRawConstantValue()}:{property.Name}"))
            .Append("ServiceBus")
            .ToList();

        Assert.All(Sample.Keys, key => Assert.Contains(key, options));
    }

    [Theory]
    [InlineData("Delivery:ClaimMargin", "00:00:20", "ClaimMargin must be longer than Smtp:Timeout")]
    [InlineData("Twilio:Timeout", "00:00:30", "ClaimMargin must be longer than Twilio:Timeout")]
    [InlineData("TwilioSecond:Timeout", "00:00:30", "ClaimMargin must be longer than TwilioSecond:Timeout")]
    [InlineData("Delivery:ClaimLease", "00:00:04", "ClaimLease must be 5 s to 10 min")]
    [InlineData("Delivery:AuditGrace", "00:00:00.5", "AuditGrace must be 1 s to 10 min")]
    public void AClaimOutlastsEveryTimeOutAndTheAuditIsNotInAHurry(string key, string value, string said)
    {
        var wrong = Assert.Throws<OptionsValidationException>(() => new App(new Dictionary<string, string>(Sample) { [key] = value }).Validate());

        Assert.Contains($"Delivery:{said}", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Delivery:EmailConcurrency", "25")]
    [InlineData("Smtp:Connections", "23")]
    public void EveryEmailUnderWayHasAConnection(string key, string value)
    {
        var wrong = Assert.Throws<OptionsValidationException>(() => new App(new Dictionary<string, string>(Sample) { [key] = value }).Validate());

        Assert.Contains("Delivery:EmailConcurrency must be at most Smtp:Connections", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ATestMayShortenTheClaim() => new App(new Dictionary<string, string>(Sample)
    {
        ["Delivery:ClaimLease"] = "00:00:10",
        ["Delivery:ClaimMargin"] = "00:00:03",
        ["Delivery:AuditGrace"] = "00:00:05",
        ["Twilio:Timeout"] = "00:00:02",
        ["TwilioSecond:Timeout"] = "00:00:02",
        ["Smtp:Timeout"] = "00:00:02",
    }).Validate();

    [Fact]
    public async Task EverythingThatIsWrongIsSaidInOneMessageAndTheHostSeesAFailure()
    {
        using var program = new Process { StartInfo = new("dotnet", [typeof(Program).Assembly.Location]) { RedirectStandardError = true, RedirectStandardOutput = true } };
        foreach (var (name, value) in Sample)
            program.StartInfo.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        program.StartInfo.Environment["SignIn__Authority"] = "http://sign-in.example";
        program.StartInfo.Environment["SignIn__Audience"] = "";
        program.StartInfo.Environment["Tables__Prefix"] = "1-wrong";
        program.StartInfo.Environment["Twilio__AccountSid"] = "nonsense";
        program.StartInfo.Environment["Delivery__SmsConcurrency"] = "0";
        program.StartInfo.Environment["Delivery__NumberMessagesPerMinute"] = "61";
        program.StartInfo.Environment["Delivery__ReportWithin"] = "00:00:00";
        program.StartInfo.Environment["Twilio__MessagesPerSecond"] = "-1";
        program.StartInfo.Environment["Twilio__MessageBurst"] = "0";
        program.StartInfo.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = "collector";
        program.StartInfo.Environment["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "nonsense";

        program.Start();
        var message = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, program.ExitCode);
        Assert.All(["SignIn:Authority", "SignIn:Audience", "Tables:Prefix", "Twilio:AccountSid", "Delivery:SmsConcurrency", "Delivery:NumberMessagesPerMinute", "Delivery:ReportWithin", "Twilio:MessagesPerSecond", "Twilio:MessageBurst", "OTEL_EXPORTER_OTLP_ENDPOINT", "APPLICATIONINSIGHTS_CONNECTION_STRING"], key => Assert.Contains(key, message, StringComparison.Ordinal));
        Assert.DoesNotContain(Sample["Twilio:AuthToken"], message, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", message, StringComparison.Ordinal);
    }

    private sealed class App(IReadOnlyDictionary<string, string> settings) : WebApplicationFactory<Program>
    {
        public void Validate()
        {
            using (this)
                Services.GetRequiredService<IStartupValidator>().Validate();
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var (name, value) in settings)
                builder.UseSetting(name, value);
            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.ConfigureServices(services => services.Remove(services.Single(service => service.ImplementationType == typeof(PrepareTables))));
        }
    }
}
