using Alerting.Forecasts;

namespace Alerting.Functions;

/// <summary>Something that a provider is paid for.</summary>
/// <param name="Item">smsSegment, email or call.</param>
/// <param name="Quantity">How many.</param>
/// <param name="UnitPrice">Price of one; null when the settings name none.</param>
/// <param name="Amount">Quantity times price; null without a price.</param>
internal sealed record PreviewCostDocument(string Item, int Quantity, decimal? UnitPrice, decimal? Amount)
{
    public static PreviewCostDocument Of(CostLine line) => new(Words.Of(line.Item), (int)line.Quantity, line.UnitPrice, line.Amount);
}
