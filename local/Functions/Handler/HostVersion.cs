namespace Alerting.Local.Functions.Handler;

/// <summary>The host release whose behaviour the runner has.</summary>
internal static class HostVersion
{
    public const string Number = "4.1037.0.0";
}
