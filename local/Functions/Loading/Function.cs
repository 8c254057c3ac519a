namespace Alerting.Local.Functions.Loading;

/// <summary>One function folder: its trigger, and the name of its http output binding if it has one.</summary>
internal sealed record Function(string Name, Trigger Trigger, string? HttpOutput, bool Disabled)
{
    /// <summary>Exactly one httpTrigger and one http binding: the only shape whose requests the host passes on raw.</summary>
    public bool IsHttpInAndOut => Trigger is HttpTrigger && HttpOutput is not null;
}
