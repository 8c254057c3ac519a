namespace Alerting.Forecasts;

/// <summary>Lets the batches of an alert pass its stations, event by event.</summary>
/// <remarks>
/// An event is a batch coming to a station. Stations serve in the order of arrival, so an event fixes when the batch leaves, and that
/// is its next event: batches times stops is all there is to do. The same seed gives the same course.
/// </remarks>
public sealed class Simulation
{
    private readonly Pipeline pipeline;
    private readonly Dictionary<string, Line> lines;
    private readonly List<Passage>[] passages;
    private readonly PriorityQueue<Arrival, (double At, int Order)> arrivals = new();
    private int order;

    private Simulation(Pipeline pipeline, int seed)
    {
        this.pipeline = pipeline;
        passages = [.. pipeline.Routes.Select(_ => new List<Passage>())];
        lines = pipeline.Routes.SelectMany(route => route.Stops).DistinctBy(stop => stop.Station.Name)
            .Select((stop, number) => (stop.Station, number))
            .ToDictionary(one => one.Station.Name, one => new Line(one.Station, unchecked((seed * 397) ^ one.number)), StringComparer.Ordinal);
    }

    /// <summary>How each route's deliveries left, in the order of the routes.</summary>
    public IReadOnlyList<Course> Courses => [.. pipeline.Routes.Select((route, number) => new Course(route.Name, passages[number]))];

    /// <summary>What each station did.</summary>
    public IReadOnlyList<StationUse> Uses => [.. lines.Values.Select(line => line.Use())];

    /// <summary>Runs an alert to its end.</summary>
    public static Simulation Run(Pipeline pipeline, int seed)
    {
        var simulation = new Simulation(pipeline, seed);
        simulation.Run();
        return simulation;
    }

    private void Run()
    {
        for (var route = 0; route < pipeline.Routes.Count; route++)
            for (var batch = 0; batch < pipeline.Routes[route].Batches.Count; batch++)
                Arrive(new(route, batch, 0), pipeline.Start.TotalSeconds);
        while (arrivals.TryDequeue(out var arrival, out var when))
            Serve(arrival, when.At);
    }

    private void Serve(Arrival arrival, double at)
    {
        var route = pipeline.Routes[arrival.Route];
        var (stop, deliveries) = (route.Stops[arrival.Stop], route.Batches[arrival.Batch]);
        var line = lines[stop.Station.Name];
        var (begin, end) = line.Serve(at, stop.Work(deliveries));
        if (arrival.Stop + 1 < route.Stops.Count)
            Arrive(arrival with { Stop = arrival.Stop + 1 }, end + line.Latency);
        else
            passages[arrival.Route].Add(new(begin + line.Latency, end + line.Latency, deliveries));
    }

    // Who comes at the same moment is served in the order of planning.
    private void Arrive(Arrival arrival, double at) => arrivals.Enqueue(arrival, (at, order++));

    private readonly record struct Arrival(int Route, int Batch, int Stop);
}
