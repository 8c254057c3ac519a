using Microsoft.Extensions.Configuration;

namespace Alerting.Adapters.Telemetry;

/// <summary>Where telemetry goes: the names that OpenTelemetry and Azure give these settings. Nowhere when neither is set.</summary>
internal sealed class TelemetryOptions
{
    /// <summary>Setting: address of an OpenTelemetry collector; http or https.</summary>
    public const string CollectorSetting = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Setting: connection string of an Application Insights component; the app signs in with its own identity.</summary>
    public const string InsightsSetting = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>See <see cref="CollectorSetting"/>; null for none.</summary>
    public string? Collector { get; set; }

    /// <summary>See <see cref="InsightsSetting"/>; null for none.</summary>
    public string? Insights { get; set; }

    /// <summary>True when telemetry goes anywhere.</summary>
    public bool IsOn => Collector is not null || Insights is not null;

    /// <summary>One sentence per wrong setting.</summary>
    public IEnumerable<string> Problems()
    {
        if (Collector is not null && !IsWebAddress(Collector))
            yield return $"{CollectorSetting} must be an absolute http or https address, or empty.";
        if (Insights is not null && !HasParts(Insights))
            yield return $"{InsightsSetting} must hold InstrumentationKey=… and, if it has one, an absolute IngestionEndpoint=…, or be empty.";
    }

    /// <summary>Reads the two settings; an empty one is none.</summary>
    public void Read(IConfiguration configuration)
    {
        Collector = configuration[CollectorSetting] is { Length: > 0 } collector ? collector : null;
        Insights = configuration[InsightsSetting] is { Length: > 0 } insights ? insights : null;
    }

    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https");

    private static bool HasParts(string text)
    {
        var parts = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Part(parts, "InstrumentationKey") is { } key && Guid.TryParse(key, out _)
            && (Part(parts, "IngestionEndpoint") is not { } endpoint || IsWebAddress(endpoint));
    }

    private static string? Part(IEnumerable<string> parts, string name) => parts
        .Where(part => part.StartsWith($"{name}=", StringComparison.OrdinalIgnoreCase))
        .Select(part => part[(name.Length + 1)..])
        .FirstOrDefault();
}
