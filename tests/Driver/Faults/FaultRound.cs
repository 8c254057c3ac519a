namespace Alerting.Testing.Faults;

/// <summary>One fan-out with a fault in the middle, waited for until it has its end, and counted at the provider.</summary>
/// <param name="system">Runs with <see cref="FaultSettings"/>; its directory holds the recipients and nobody else.</param>
/// <param name="recipients">How many telephones are told.</param>
public sealed class FaultRound(RunningSystem system, int recipients)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly StaffDesk desk = new(system);

    /// <summary>Runs it.</summary>
    public async Task<FaultCount> RunAsync(IFault fault, int seed, CancellationToken cancellationToken)
    {
        await system.Twilio.ControlAsync(new { fault.LatencyMs }, cancellationToken);
        await system.Twilio.ClearAsync(cancellationToken);
        var id = await desk.ProposeAsync(cancellationToken);
        using var http = await system.ClientAsync("auditor", cancellationToken);
        var weights = new Weights(http);
        var shift = fault.Weights is null ? 0 : await weights.LatestAsync(cancellationToken);
        await desk.ApproveAsync(id, cancellationToken);
        await fault.StrikeAsync(system, recipients, new Random(seed), cancellationToken);
        if (fault.Weights is WeightsTold.Steady)
            await weights.DemandAsync(WeightsTold.Steady, shift, cancellationToken);
        else if (fault.Weights is WeightsTold.AwayAndBack)
            await weights.ShiftedAsync(shift, cancellationToken);
        await system.Twilio.ControlAsync(new { }, cancellationToken);
        var told = await new AlertWatch(system, http, fault.LosesMessages).EndAsync(id, "sms", Patience, cancellationToken);
        await Moments.QuietAsync(system, cancellationToken);
        if (fault.Weights is WeightsTold.AwayAndBack)
            await weights.DemandAsync(WeightsTold.AwayAndBack, shift, cancellationToken);
        return Count(told, await system.Twilio.MessagesAsync(cancellationToken));
    }

    private FaultCount Count(ChannelProgress told, IReadOnlyList<Sms> messages)
    {
        var numbers = messages.Select(message => message.To).Distinct().Count();
        return new(recipients - numbers, messages.Count - numbers, told.IsPlanned ? told.Open : recipients, Math.Abs(told.Sent - numbers));
    }
}
