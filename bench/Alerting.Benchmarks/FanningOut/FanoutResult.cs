using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Alerting.Benchmarks;

/// <summary>The answer to the fan-out question.</summary>
internal sealed record FanoutResult(FanoutOptions Options, FanoutTimes Times, double RawPerSecond)
{
    private int Recipients => Options.Recipients;

    private double PerSecond => Recipients / (Times.LastMs / 1000);

    private double Ratio => PerSecond / RawPerSecond;

    private double PerRecipient(ProcessUse use) => use.CpuSeconds * 1000 / Recipients;

    private double? EmailPerSecond => Recipients * 1000 / Times.Mails?.LastMsAfter(Times.ApprovedAt);

    /// <summary>Everybody was told, and once.</summary>
    public bool IsWhole =>
        Times.Sms.Count == Recipients && Times.Sms.Recipients == Recipients
        && (Times.Mails is null || (Times.Mails.Mails == Recipients && Times.Mails.Readers == Recipients))
        && Times.Pushes.Count == Options.Boards;

    public void Print(TextWriter writer, bool json)
    {
        foreach (var line in (FormattableString[])[.. Sms(), .. Emails(), .. Boards()])
            writer.WriteLine(line.ToString(CultureInfo.InvariantCulture));
        writer.WriteLine("  processor time per recipient, and memory at most:");
        foreach (var (role, use) in Times.Processes)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {role,-16}  {PerRecipient(use),10:F3} ms  {use.PeakMemoryMb,6:F0} MB"));
        if (!IsWhole)
            writer.WriteLine($"  NOT WHOLE: {Times.Sms.Count} SMS to {Times.Sms.Recipients} numbers, {Times.Mails?.Mails} emails to {Times.Mails?.Readers} readers, {Times.Pushes.Count} boards");
        if (json)
            writer.WriteLine(JsonSerializer.Serialize(Summary(), JsonSerializerOptions.Web));
    }

    private FormattableString[] Sms() =>
    [
        $"fanout: {Recipients} SMS, {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}",
        $"  first accepted      {Times.FirstMs,10:F0} ms after the approval was sent",
        $"  last accepted       {Times.LastMs,10:F0} ms",
        $"  rate                {PerSecond,10:F0} per s",
        $"  bare loop           {RawPerSecond,10:F0} per s, same requests, same stand-in, same run",
        $"  ratio               {Ratio,10:F2}",
    ];

    private FormattableString[] Emails() => Times.Mails is not { } mails ? [] :
    [
        $"  first email         {mails.FirstMsAfter(Times.ApprovedAt),10:F0} ms",
        $"  last email          {mails.LastMsAfter(Times.ApprovedAt),10:F0} ms",
        $"  emails              {EmailPerSecond,10:F0} per s",
    ];

    private FormattableString[] Boards() => Times.Pushes.Count == 0 ? [] :
    [
        $"  boards told         {Times.Pushes.Count,10} of {Options.Boards}",
        $"  push 50 %           {Times.PushMs(50),10:F0} ms after the approval was sent",
        $"  push 99 %           {Times.PushMs(99),10:F0} ms",
    ];

    private object Summary() => new
    {
        Recipients,
        FirstMs = Math.Round(Times.FirstMs),
        LastMs = Math.Round(Times.LastMs),
        PerSecond = Math.Round(PerSecond),
        RawPerSecond = Math.Round(RawPerSecond),
        Ratio = Math.Round(Ratio, 3),
        PeakMemoryMb = Math.Round(Times.Processes["function app"].PeakMemoryMb),
        CpuMsPerRecipient = Times.Processes.ToDictionary(part => part.Key, part => Math.Round(PerRecipient(part.Value), 3)),
        Email = Times.Mails is { } mails
            ? new { FirstMs = mails.FirstMsAfter(Times.ApprovedAt), LastMs = mails.LastMsAfter(Times.ApprovedAt), PerSecond = Math.Round(EmailPerSecond!.Value), mails.Copies }
            : null,
        Boards = Times.Pushes.Count > 0
            ? new { Connected = Options.Boards, Told = Times.Pushes.Count, P50Ms = Math.Round(Times.PushMs(50)), P99Ms = Math.Round(Times.PushMs(99)) }
            : null,
    };
}
