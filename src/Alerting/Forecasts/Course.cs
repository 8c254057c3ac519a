namespace Alerting.Forecasts;

/// <summary>How the deliveries of one route left, as simulated.</summary>
public sealed class Course
{
    private readonly IReadOnlyList<Passage> passages;

    internal Course(string route, IReadOnlyList<Passage> passages) => (Route, this.passages) = (route, passages);

    /// <summary>Name of the route.</summary>
    public string Route { get; }

    /// <summary>Deliveries that left.</summary>
    public int Deliveries => passages.Sum(passage => passage.Deliveries);

    /// <summary>When a share of the deliveries has left, in seconds from the approval; 0 when there is nobody to tell.</summary>
    /// <param name="share">More than 0 to 1.</param>
    public double SecondsTo(double share)
    {
        if (passages.Count == 0)
            return 0;
        var (before, by, wanted) = (0.0, passages.Max(passage => passage.End), share * Deliveries);
        if (share >= 1)
            return by;
        // The count only grows, so halving finds the moment; to a millisecond.
        while (by - before > 0.001)
        {
            var middle = (before + by) / 2;
            (before, by) = passages.Sum(passage => passage.LeftBy(middle)) >= wanted ? (before, middle) : (middle, by);
        }

        return by;
    }
}
