namespace Alerting.Levels;

/// <summary>How much of a moment is established.</summary>
public enum DatePrecision
{
    /// <summary>The month; the rest is the first of it, 00:00 in the Netherlands.</summary>
    Month,

    /// <summary>The day; the time of day is 00:00 in the Netherlands, or the best guess that the note of the row explains.</summary>
    Day,

    /// <summary>The moment itself.</summary>
    Time,
}
