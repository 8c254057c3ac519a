namespace Alerting.Levels;

/// <summary>A step of the scale in force since 11 July 2016: 1 minimal to 5 critical.</summary>
/// <remarks>Source of the names: https://www.nctv.nl/onderwerpen/dtn and https://english.nctv.nl/topics/terrorist-threat-assessment-netherlands.</remarks>
public enum Level
{
    /// <summary>nl: minimaal.</summary>
    Minimal = 1,

    /// <summary>nl: beperkt.</summary>
    Limited = 2,

    /// <summary>nl: aanzienlijk.</summary>
    Significant = 3,

    /// <summary>nl: substantieel.</summary>
    Substantial = 4,

    /// <summary>nl: kritiek.</summary>
    Critical = 5,
}
