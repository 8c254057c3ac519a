namespace Alerting.Levels;

/// <summary>Which scale a level was set on.</summary>
public enum ScaleVersion
{
    /// <summary>Four steps without numbers, until DTN 41: minimal, limited, substantial, critical.</summary>
    FourStep,

    /// <summary>Five numbered steps, since DTN 42 of 11 July 2016.</summary>
    FiveStep,
}
