using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Alerting.Telemetry;

namespace Alerting.Functions.Tests.Telemetry;

/// <summary>Spans and measurements of one trace. Listeners hear the whole process, so what other tests do is told apart by its trace.</summary>
internal sealed class Watched : IDisposable
{
    private readonly ActivityTraceId trace = ActivityTraceId.CreateRandom();
    private readonly ConcurrentQueue<Activity> spans = [];
    private readonly ConcurrentQueue<ActivitySpanId> begun = [];
    private readonly ConcurrentQueue<Measurement> measurements = [];
    private readonly ActivityListener listener;
    private readonly MeterListener meters = new();

    public Watched()
    {
        TraceParent = $"00-{trace}-{RootSpan}-01";
        listener = new()
        {
            ShouldListenTo = source => source.Name is Instruments.Name or TraceContext.SourceName or "Microsoft.AspNetCore",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = Begin,
            ActivityStopped = Keep,
        };
        ActivitySource.AddActivityListener(listener);
        meters.InstrumentPublished = Publish;
        meters.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        meters.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        meters.Start();
    }

    /// <summary>What the caller sends as his trace.</summary>
    public string TraceParent { get; }

    public ActivitySpanId RootSpan { get; } = ActivitySpanId.CreateRandom();

    public IReadOnlyList<Activity> Spans => [.. spans];

    /// <summary>Every span that has begun: a request ends a moment after its answer has come.</summary>
    public IReadOnlyCollection<ActivitySpanId> Begun => [.. begun];

    public IReadOnlyList<Measurement> Measurements => [.. measurements];

    /// <summary>Every instrument of ours that exists.</summary>
    public ConcurrentQueue<string> Instrumented { get; } = [];

    /// <summary>All that was added to a counter, or measured, under a name.</summary>
    public double Sum(string name) => Measurements.Where(measurement => measurement.Name == name).Sum(measurement => measurement.Value);

    public void Dispose()
    {
        meters.Dispose();
        listener.Dispose();
    }

    private void Publish(Instrument instrument, MeterListener watching)
    {
        if (instrument.Meter.Name != Instruments.Name)
            return;
        Instrumented.Enqueue(instrument.Name);
        watching.EnableMeasurementEvents(instrument);
    }

    private void Begin(Activity span)
    {
        if (span.TraceId == trace)
            begun.Enqueue(span.SpanId);
    }

    private void Keep(Activity span)
    {
        if (span.TraceId == trace)
            spans.Enqueue(span);
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (Activity.Current?.TraceId == trace)
            measurements.Enqueue(new(instrument.Name, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => $"{tag.Value}")));
    }

    internal sealed record Measurement(string Name, double Value, IReadOnlyDictionary<string, string> Tags);
}
