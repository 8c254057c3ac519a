using Alerting.Delivery;
using Alerting.Delivery.Providers;
using Alerting.Directory;

namespace Alerting.Paths;

/// <summary>When a canary may take the place of a text message at a provider and a number: what people wait for goes first.</summary>
/// <param name="providers">What providers may have.</param>
/// <param name="pace">What numbers may have.</param>
public sealed class CanaryPace(SmsProviders providers, BatchPace pace)
{
    /// <summary>True while provider or number have had as many messages as was agreed.</summary>
    public bool Waits(string provider, Address number) => !providers.HasToken(provider) || !pace.Numbers.HasToken(number);

    /// <summary>A canary goes.</summary>
    public void Draw(string provider, Address number)
    {
        providers.Draw(provider);
        pace.Numbers.TryDraw(number, isFirst: true);
    }
}
