using Alerting.Telemetry;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Alerting.Functions.Tests.Telemetry;

public sealed class ExportTests : IAsyncDisposable
{
    private readonly AlertingApp app = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void WithoutAPlaceToSendItNothingIsCollected()
    {
        Assert.Null(app.Services.GetService<TracerProvider>());
        Assert.Null(app.Services.GetService<MeterProvider>());
    }

    [Fact]
    public async Task TracesMetricsAndLogsReachTheCollector()
    {
        await using var collector = await Collector.StartAsync();
        await using (var exporting = app.WithWebHostBuilder(builder => Send(builder, collector.Address)))
        {
            using var host = exporting.CreateClient();
            await (await host.GetAsync("/api/levels/effective?place=GM0344", Token)).JsonAsync();
            await (await host.PostAsync("/AuditAlerts", new StringContent(HostEnvelopes.Timer, System.Text.Encoding.UTF8, "application/json"), Token)).JsonAsync();
            exporting.Services.GetRequiredService<ILogger<ExportTests>>().Exported();
            Flush(exporting.Services);
        }

        Assert.True(collector.Holds("/v1/traces", "api/levels/effective"));
        Assert.True(collector.Holds("/v1/traces", "run AuditAlerts"));
        Assert.False(collector.Holds("/v1/traces", "POST /AuditAlerts"));
        Assert.True(collector.Holds("/v1/metrics", MetricNames.AuditRuns));
        Assert.True(collector.Holds("/v1/logs", "Said for the collector."));
    }

    [Fact]
    public async Task WithAnInsightsConnectionTheAppStarts()
    {
        await using var exporting = app.WithWebHostBuilder(builder => builder.UseSetting(
            "APPLICATIONINSIGHTS_CONNECTION_STRING", "InstrumentationKey=00000000-0000-4000-8000-000000000001;IngestionEndpoint=http://127.0.0.1:1/;LiveEndpoint=http://127.0.0.1:1/"));

        Assert.NotNull(exporting.Services.GetService<TracerProvider>());
        Assert.NotNull(exporting.Services.GetService<MeterProvider>());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static void Flush(IServiceProvider services)
    {
        Assert.True(services.GetRequiredService<TracerProvider>().ForceFlush());
        Assert.True(services.GetRequiredService<MeterProvider>().ForceFlush());
        Assert.True(services.GetRequiredService<LoggerProvider>().ForceFlush());
    }

    private static void Send(IWebHostBuilder builder, string address) => builder
        .UseSetting("OTEL_EXPORTER_OTLP_ENDPOINT", address)
        .UseSetting("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
}
