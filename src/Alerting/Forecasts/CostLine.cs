namespace Alerting.Forecasts;

/// <summary>One line of the bill of an alert.</summary>
/// <param name="Item">What.</param>
/// <param name="Quantity">How much of it.</param>
/// <param name="UnitPrice">Price of one; null when nobody gave it, because none is made up here.</param>
public sealed record CostLine(CostItem Item, double Quantity, decimal? UnitPrice)
{
    /// <summary>Quantity times price; null without a price.</summary>
    public decimal? Amount => UnitPrice is { } price ? decimal.Round(price * (decimal)Quantity, 4) : null;
}
