using System.Net.Http.Json;
using System.Text.Json;

namespace Alerting.Testing.Faults;

/// <summary>Waits for the end of an alert while the system may be dead for moments.</summary>
/// <param name="system">What sends it.</param>
/// <param name="auditor">A client that may look.</param>
/// <param name="losesMessages">The audit is not waited for but started.</param>
public sealed class AlertWatch(RunningSystem system, HttpClient auditor, bool losesMessages)
{
    private static readonly TimeSpan AuditEvery = TimeSpan.FromSeconds(5);
    private long auditedAt;

    /// <summary>How a channel of an alert (<c>sms</c>, <c>email</c>) stands at its end, or when patience is over: that is an answer, too.</summary>
    public Task<ChannelProgress> EndAsync(string id, string channel, TimeSpan patience, CancellationToken cancellationToken) =>
        UntilAsync(id, channel, seen => seen.IsEnded, patience, cancellationToken);

    /// <summary>How a channel stands when something is so, or when patience is over.</summary>
    public async Task<ChannelProgress> UntilAsync(
        string id, string channel, Func<ChannelProgress, bool> isRight, TimeSpan patience, CancellationToken cancellationToken)
    {
        var last = ChannelProgress.Nothing;
        try
        {
            return await Waiting.UntilAsync(async () => last = await LookAsync(id, channel, cancellationToken) ?? last, isRight, patience, cancellationToken);
        }
        catch (TimeoutException)
        {
            return last;
        }
    }

    private async Task<ChannelProgress?> LookAsync(string id, string channel, CancellationToken cancellationToken)
    {
        try
        {
            if (losesMessages && TimeProvider.System.GetElapsedTime(auditedAt) > AuditEvery)
            {
                await system.RunTimerAsync("AuditAlerts", cancellationToken);
                auditedAt = TimeProvider.System.GetTimestamp();
            }

            return ChannelProgress.Read(await auditor.GetFromJsonAsync<JsonElement>($"api/alerts/{id}", cancellationToken), channel);
        }
        catch (HttpRequestException)
        {
            // Nobody answers between two lives.
            return null;
        }
    }
}
