using System.Net.Http.Json;
using System.Text.Json;

namespace Alerting.Testing.Faults;

/// <summary>One fan-out with a fault in the middle, waited for until it has its end, and counted at the provider.</summary>
/// <param name="system">Runs with <see cref="FaultSettings"/>; its directory holds the recipients and nobody else.</param>
/// <param name="recipients">How many telephones are told.</param>
public sealed class FaultRound(RunningSystem system, int recipients)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan AuditEvery = TimeSpan.FromSeconds(5);
    private readonly StaffDesk desk = new(system);
    private long auditedAt;

    /// <summary>Runs it.</summary>
    public async Task<FaultCount> RunAsync(IFault fault, int seed, CancellationToken cancellationToken)
    {
        await system.Twilio.ControlAsync(new { Moments.LatencyMs }, cancellationToken);
        await system.Twilio.ClearAsync(cancellationToken);
        var id = await desk.ProposeAsync(cancellationToken);
        using var http = await system.ClientAsync("auditor", cancellationToken);
        var weights = new Weights(http);
        var shift = fault.Weights is null ? 0 : await weights.LatestAsync(cancellationToken);
        await desk.ApproveAsync(id, cancellationToken);
        await fault.StrikeAsync(system, recipients, new Random(seed), cancellationToken);
        await system.Twilio.ControlAsync(new { }, cancellationToken);
        var told = await EndAsync(id, fault, http, cancellationToken);
        await Moments.QuietAsync(system, cancellationToken);
        if (fault.Weights is { } expected)
            await weights.DemandAsync(expected, shift, cancellationToken);
        return Count(told, await system.Twilio.MessagesAsync(cancellationToken));
    }

    private FaultCount Count(SmsProgress told, IReadOnlyList<Sms> messages)
    {
        var numbers = messages.Select(message => message.To).Distinct().Count();
        return new(recipients - numbers, messages.Count - numbers, told.IsPlanned ? told.Open : recipients, Math.Abs(told.Sent - numbers));
    }

    // What has no end when patience is over is an answer too.
    private async Task<SmsProgress> EndAsync(string id, IFault fault, HttpClient http, CancellationToken cancellationToken)
    {
        var last = new SmsProgress(false, 0, 0, 0, 0);
        try
        {
            return await Waiting.UntilAsync(async () => last = await LookAsync(id, fault, http, cancellationToken) ?? last, seen => seen.IsEnded, Patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            return last;
        }
    }

    private async Task<SmsProgress?> LookAsync(string id, IFault fault, HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            if (fault.LosesMessages && TimeProvider.System.GetElapsedTime(auditedAt) > AuditEvery)
            {
                await system.RunTimerAsync("AuditAlerts", cancellationToken);
                auditedAt = TimeProvider.System.GetTimestamp();
            }

            return SmsProgress.Read(await http.GetFromJsonAsync<JsonElement>($"api/alerts/{id}", cancellationToken));
        }
        catch (HttpRequestException)
        {
            // Nobody answers between two lives.
            return null;
        }
    }
}
