namespace Alerting.Delivery.Providers;

/// <summary>Leaves a provider alone after failures in a row; when the rest is over one try decides whether it goes on.</summary>
/// <remarks>Not safe for several threads; its owner locks.</remarks>
internal sealed class ProviderRest(ProviderOptions options)
{
    private int inARow;
    private DateTimeOffset until;
    private bool isTried;

    /// <summary>True while nothing is to be tried.</summary>
    public bool IsOn(DateTimeOffset now) => inARow >= options.LeastFailures && (now < until || isTried);

    /// <summary>Something is tried now.</summary>
    public void Begin() => isTried = inARow >= options.LeastFailures;

    /// <summary>It answered.</summary>
    public void Succeeded() => (inARow, isTried) = (0, false);

    /// <summary>It failed.</summary>
    public void Failed(DateTimeOffset now)
    {
        // What was under way when the rest began says nothing new.
        if (inARow >= options.LeastFailures && !isTried && now < until)
            return;
        inARow++;
        isTried = false;
        if (inARow < options.LeastFailures)
            return;
        var doubled = options.FirstRest * Math.Pow(2, Math.Min(inARow - options.LeastFailures, 20));
        until = now + (doubled < options.LongestRest ? doubled : options.LongestRest);
    }

    /// <summary>The try was given up before anything was known.</summary>
    public void GaveUp() => isTried = false;
}
