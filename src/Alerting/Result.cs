namespace Alerting;

/// <summary>What came of a decision: a value, or the problems that refused it. Never both.</summary>
/// <typeparam name="T">What an accepted decision yields.</typeparam>
public sealed class Result<T>
    where T : class
{
    private Result(T? value, IReadOnlyList<Problem> problems) => (Value, Problems) = (value, problems);

    /// <summary>The value; null exactly when there are problems.</summary>
    public T? Value { get; }

    /// <summary>Why it was refused; empty when it was not.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>The decision went through.</summary>
    public static implicit operator Result<T>(T value) => new(value, []);

    /// <summary>The decision was refused for one reason.</summary>
    public static implicit operator Result<T>(Problem problem) => new(null, [problem]);

    /// <summary>The decision was refused.</summary>
    /// <param name="problems">At least one.</param>
    public static implicit operator Result<T>(Problem[] problems) => new(null, problems);

    /// <summary>The decision was refused.</summary>
    /// <param name="problems">At least one.</param>
    public static implicit operator Result<T>(List<Problem> problems) => new(null, problems);
}
