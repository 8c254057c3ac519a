using Alerting.Delivery.Providers;

namespace Alerting.Functions;

/// <summary>One provider of text messages.</summary>
/// <param name="Name">What it is called in the settings, lower case.</param>
/// <param name="Weight">Its share of the messages, in points beside the others'.</param>
/// <param name="WeightAtRest">Its weight when nothing is wrong.</param>
/// <param name="State"><c>well</c>, <c>slow</c>, <c>failing</c>, or <c>unknown</c> when this instance has not used it lately.</param>
/// <param name="Answers">Messages handed to it in the last minute (Providers:Window).</param>
/// <param name="Failures">Of these, refused for now or without a clear answer.</param>
/// <param name="SlowAnswers">Of these, answered slowly.</param>
/// <param name="Deliveries">Messages that it reported as arrived.</param>
/// <param name="SlowDeliveries">Of these, too long after it took them.</param>
/// <param name="IsResting">True while it is left alone after failures in a row.</param>
internal sealed record ProviderDocument(
    string Name,
    int Weight,
    int WeightAtRest,
    string State,
    int Answers,
    int Failures,
    int SlowAnswers,
    int Deliveries,
    int SlowDeliveries,
    bool IsResting)
{
    public static ProviderDocument Of(ProviderStand stand, ProviderOptions options)
    {
        var health = stand.Health;
        return new(
            stand.Name, stand.Weight, stand.AtRest, StateOf(health, options), health.Answers, health.Failures,
            health.SlowAnswers, health.Deliveries, health.SlowDeliveries, health.IsResting);
    }

    private static string StateOf(ProviderHealth health, ProviderOptions options) =>
        health.Trouble(options) is { } trouble ? Words.Of(trouble)
        : health.Answers + health.Deliveries == 0 ? "unknown"
        : "well";
}
