namespace Alerting.Forecasts;

/// <summary>What a station did for an alert.</summary>
/// <param name="Station">Its name.</param>
/// <param name="Work">Units of its work.</param>
/// <param name="BusySeconds">Time that its servers worked, added up.</param>
/// <param name="OpenSeconds">Time that its servers were there until the last work was done, added up.</param>
public sealed record StationUse(string Station, double Work, double BusySeconds, double OpenSeconds)
{
    /// <summary>Share of their time that the servers worked, 0 to 1.</summary>
    public double Utilisation => OpenSeconds > 0 ? BusySeconds / OpenSeconds : 0;
}
