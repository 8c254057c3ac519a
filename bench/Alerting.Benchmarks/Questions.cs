using System.Text.Json;
using Alerting.Testing;
using Alerting.Testing.Faults;

namespace Alerting.Benchmarks;

/// <summary>Each question on a system of its own; 0 when the answer is as it must be.</summary>
internal static class Questions
{
    public static async Task<int> FanoutAsync(FanoutOptions options, CancellationToken cancellationToken)
    {
        await using var mailbox = options.Email ? await Mailbox.StartAsync(cancellationToken) : null;
        await using var system = await RunningSystem.StartAsync(mailbox?.Settings ?? new Dictionary<string, string>(), cancellationToken, "--no-seed");
        await EarlierRecord.WriteAsync(system, options.Record, cancellationToken);
        await using var boards = options.Boards == 0 ? null : await BoardCrowd.ConnectAsync(system, options.Boards, cancellationToken);
        var result = await new Fanout(system, options, mailbox, boards).RunAsync(cancellationToken);
        result.Print(Console.Out, options.Json);
        return result.IsWhole ? 0 : 1;
    }

    public static async Task<int> CompareAsync(CompareOptions options, CancellationToken cancellationToken)
    {
        await using var mailbox = options.Email ? await Mailbox.StartAsync(cancellationToken) : null;
        await using var system = await RunningSystem.StartAsync(mailbox?.Settings ?? new Dictionary<string, string>(), cancellationToken, "--no-seed");
        await using var peer = await Peer.StartAsync(system, mailbox, cancellationToken);
        var result = await new Compare(system, peer, options, mailbox).RunAsync(cancellationToken);
        result.Print(Console.Out, options.Json);
        return 0;
    }

    public static async Task<int> ProgressAsync(ProgressOptions options, CancellationToken cancellationToken)
    {
        await using var system = await RunningSystem.StartAsync(cancellationToken, "--no-seed");
        return await new ProgressReading(system, options).RunAsync(Console.Out, cancellationToken);
    }

    public static async Task<int> StartupAsync(StartupOptions options, CancellationToken cancellationToken)
    {
        await using var system = await RunningSystem.StartAsync(cancellationToken, "--no-seed");
        await new Startup(system, options).RunAsync(Console.Out, cancellationToken);
        return 0;
    }

    public static async Task<int> LocalForecastAsync(LocalOptions options, CancellationToken cancellationToken)
    {
        await using var system = await RunningSystem.StartAsync(cancellationToken, "--no-seed");
        await new LocalForecast(system, options).RunAsync(Console.Out, cancellationToken);
        return 0;
    }

    public static async Task<int> FaultsAsync(FaultsOptions options, CancellationToken cancellationToken)
    {
        Console.WriteLine($"faults: {options.Kind}, {options.Rounds} rounds of {options.Recipients} SMS, seed {options.Seed}");
        await using var system = await RunningSystem.StartAsync(FaultSettings.Quick, cancellationToken, "--no-seed");
        var all = await new Faults(system, options).RunAsync(Console.Out, cancellationToken);
        if (options.Json)
            Console.WriteLine(JsonSerializer.Serialize(
                new { options.Rounds, options.Recipients, all.Lost, all.Twice, all.Unended, options.Seed }, JsonSerializerOptions.Web));
        return all == FaultCount.None ? 0 : 1;
    }

    public static async Task<int> SoakAsync(SoakOptions options, CancellationToken cancellationToken)
    {
        Console.WriteLine($"soak: {options.Minutes} min, {options.Recipients} people, seed {options.Seed}");
        await using var mailbox = await Mailbox.StartAsync(cancellationToken);
        var settings = FaultSettings.Quick.Concat(mailbox.Settings).ToDictionary();
        await using var system = await RunningSystem.StartAsync(settings, cancellationToken, "--no-seed");
        var result = await new Soak(system, mailbox, options).RunAsync(Console.Out, cancellationToken);
        result.Print(Console.Out);
        return result.IsWell ? 0 : 1;
    }
}
