namespace Alerting.Local.Twilio;

/// <summary>The state of an account, switched at run time.</summary>
internal sealed class Control(string? inboundUrl)
{
    private volatile ControlState current = new() { InboundUrl = inboundUrl };

    public ControlState State => current;

    /// <summary>Takes the whole new state; what it does not name goes back to how the provider started.</summary>
    public void Set(ControlState state) =>
        current = state with { InboundUrl = state.InboundUrl ?? inboundUrl };
}
