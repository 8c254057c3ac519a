using System.Net.Http.Json;
using System.Text.Json;

namespace Alerting.Testing.Faults;

/// <summary>One fan-out with a fault in the middle, waited for until it has its end, and counted at the provider.</summary>
/// <param name="system">Runs with <see cref="FaultSettings"/>; its directory holds the recipients and nobody else.</param>
/// <param name="recipients">How many telephones are told.</param>
public sealed class FaultRound(RunningSystem system, int recipients)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan PatienceForTheRecord = TimeSpan.FromSeconds(30);
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
        var watch = new AlertWatch(system, http, fault.LosesMessages);
        await watch.EndAsync(id, "sms", Patience, cancellationToken);
        await Moments.QuietAsync(system, cancellationToken);
        var told = await watch.UntilAsync(id, "sms", seen => seen.IsEnded && (!fault.KeepsReports || Unreported(seen) == 0), Patience, cancellationToken);
        if (fault.Weights is WeightsTold.AwayAndBack)
            await weights.DemandAsync(WeightsTold.AwayAndBack, shift, cancellationToken);
        // What comes after everything had its end is one too many.
        await system.RunTimerAsync("AuditAlerts", cancellationToken);
        var code = await CodeAsync(http, id, cancellationToken);
        var disagreeing = await DisagreeingAsync(id, code, cancellationToken);
        return Count(told, code, fault.KeepsReports, await system.Twilio.MessagesAsync(cancellationToken)) with { Disagreeing = disagreeing };
    }

    // Reports that were just taken are written down a moment later.
    private async Task<int> DisagreeingAsync(string id, string code, CancellationToken cancellationToken)
    {
        var (record, last) = (new AlertRecord(system), 0);
        try
        {
            return await Waiting.UntilAsync(
                async () => last = await record.DisagreementsAsync(id, Numbers(With(code, await system.Twilio.MessagesAsync(cancellationToken))), cancellationToken),
                disagreeing => disagreeing == 0,
                PatienceForTheRecord,
                cancellationToken);
        }
        catch (TimeoutException)
        {
            return last;
        }
    }

    // Whatever is not of this alert was told before, or should never have been.
    private FaultCount Count(ChannelProgress told, string code, bool keepsReports, IReadOnlyList<Sms> messages)
    {
        var numbers = Numbers(With(code, messages)).Count;
        var unended = told.IsPlanned ? told.Open + (keepsReports ? Unreported(told) : 0) : recipients;
        return new(recipients - numbers, messages.Count - numbers, unended, Math.Abs(told.Sent - numbers));
    }

    private int Unreported(ChannelProgress told) => Math.Max(0, recipients - told.Open - told.Delivered - told.Failed - told.Superseded);

    private static IEnumerable<Sms> With(string code, IEnumerable<Sms> messages) =>
        messages.Where(message => message.Body.Contains(" " + code, StringComparison.Ordinal));

    private static HashSet<string> Numbers(IEnumerable<Sms> messages) => [.. messages.Select(message => message.To)];

    private static async Task<string> CodeAsync(HttpClient http, string id, CancellationToken cancellationToken) =>
        (await http.GetFromJsonAsync<JsonElement>($"api/alerts/{id}", cancellationToken)).GetProperty("code").GetString()!;
}
