namespace Alerting.Testing.Faults;

/// <summary>What must become of the providers' weights when something is wrong.</summary>
public enum WeightsTold
{
    /// <summary>They are shifted away from the first for failing, and come back when it is well.</summary>
    AwayAndBack,

    /// <summary>Nothing is shifted as long as it lasts.</summary>
    Steady,
}
