using System.Reflection;
using Alerting.Adapters.Identity;
using Alerting.Telemetry;
using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Alerting.Adapters.Telemetry;

/// <summary>The way in.</summary>
public static class TelemetryRegistration
{
    private const string SamplerSetting = "OTEL_TRACES_SAMPLER";

    /// <summary>Sends traces, metrics and logs where the settings say; with no such setting it adds nothing.</summary>
    /// <param name="builder">The app.</param>
    /// <param name="source">Name of the app's own source of spans.</param>
    /// <param name="api">Path under which requests are people's and systems'; others are the host's and are told of by what they start.</param>
    public static void AddTelemetry(this IHostApplicationBuilder builder, string source, string api)
    {
        builder.Services.AddOptions<TelemetryOptions>().Configure(options => options.Read(builder.Configuration)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryCheck>();
        var options = new TelemetryOptions();
        options.Read(builder.Configuration);
        if (!options.IsOn || options.Problems().Any())
            return;

        builder.Services.AddOwnIdentity();
        builder.Services.AddOptions<AzureMonitorExporterOptions>().Configure<TokenCredential>((monitor, identity) => monitor.Use(options, identity));
        var version = Assembly.GetEntryAssembly()?.GetName().Version?.ToString();
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("alerting", serviceVersion: version))
            .WithTracing(tracing => tracing
                .AddSource(Instruments.Name, source)
                .AddAspNetCoreInstrumentation(requests => requests.Filter = context => context.Request.Path.StartsWithSegments(api, StringComparison.OrdinalIgnoreCase))
                .SampleWholeTraces(builder.Configuration[SamplerSetting]))
            .WithMetrics(metrics => metrics
                .AddMeter(Instruments.Name, "Microsoft.AspNetCore.Hosting", "System.Runtime"))
            .WithLogging(null, logging => logging.IncludeFormattedMessage = true)
            .Export(options);
    }

    // The host may say of a trace that it is not kept, and of its children nothing would be seen then.
    private static void SampleWholeTraces(this TracerProviderBuilder tracing, string? asked)
    {
        if (string.IsNullOrEmpty(asked))
            tracing.SetSampler(new AlwaysOnSampler());
    }

    private static void Export(this OpenTelemetryBuilder telemetry, TelemetryOptions options)
    {
        if (options.Collector is not null)
        {
            telemetry.WithTracing(tracing => tracing.AddOtlpExporter())
                .WithMetrics(metrics => metrics.AddOtlpExporter())
                .WithLogging(logging => logging.AddOtlpExporter());
        }

        if (options.Insights is not null)
        {
            telemetry.WithTracing(tracing => tracing.AddAzureMonitorTraceExporter())
                .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter())
                .WithLogging(logging => logging.AddAzureMonitorLogExporter());
        }
    }

    private static void Use(this AzureMonitorExporterOptions monitor, TelemetryOptions options, TokenCredential identity)
    {
        monitor.ConnectionString = options.Insights;
        monitor.Credential = identity;
        monitor.SamplingRatio = 1;
        monitor.TracesPerSecond = null;
        monitor.EnableStandardMetrics = false;
        monitor.EnablePerformanceCounters = false;
        monitor.EnableTraceBasedLogsSampler = false;
    }
}
