namespace Alerting.Delivery.Providers;

/// <summary>Where one provider stands.</summary>
/// <param name="Name">Its name.</param>
/// <param name="AtRest">Its weight when nothing is wrong, in points.</param>
/// <param name="Weight">Its weight now.</param>
/// <param name="Health">What it did in the window.</param>
public sealed record ProviderStand(string Name, int AtRest, int Weight, ProviderHealth Health);
