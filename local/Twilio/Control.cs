namespace Alerting.Local.Twilio;

/// <summary>The state of the provider, switched at run time.</summary>
internal sealed class Control(TwilioOptions options)
{
    private volatile ControlState current = new() { InboundUrl = options.InboundUrl };

    public ControlState State => current;

    /// <summary>Takes the whole new state; what it does not name goes back to how the provider started.</summary>
    public void Set(ControlState state) =>
        current = state with { InboundUrl = state.InboundUrl ?? options.InboundUrl };
}
