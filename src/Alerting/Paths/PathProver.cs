using Alerting.Boards;
using Alerting.Bus;
using Alerting.Delivery.Channels;
using Alerting.Telemetry;

namespace Alerting.Paths;

/// <summary>Sends canaries along every path and keeps what became of them.</summary>
/// <remarks>May run at any time and on several instances: a canary goes when the last one is an interval old, and the first who writes that down sends it.</remarks>
public sealed class PathProver(IPathBook book, PathOptions options, TimeProvider time)
{
    private readonly List<IPath> paths = [];

    /// <summary>All paths: storage, broker, boards, mail, and each provider of text messages and of calls.</summary>
    public static PathProver Of(
        (IBus Bus, IBoards Boards, IEmailProvider Email) ways,
        (IEnumerable<ISmsProvider> Sms, IEnumerable<IVoiceProvider> Voice, CanaryPace Pace) providers,
        (IPathBook Book, PathOptions Options) keep,
        TimeProvider time)
    {
        var (book, options) = keep;
        var prover = new PathProver(book, options, time);
        prover.paths.AddRange([new TablesPath(book, options), new BusPath(ways.Bus, options), new BoardsPath(ways.Boards, options), new EmailPath(ways.Email, options)]);
        prover.paths.AddRange(providers.Sms.Select((provider, index) => new SmsPath(provider, index, providers.Pace, options)));
        prover.paths.AddRange(providers.Voice.Select((provider, index) => new VoicePath(provider, index, options)));
        return prover;
    }

    /// <summary>Sends every canary that is due and in nobody's way, and gives up on those that nobody confirmed in time.</summary>
    public async Task ProveAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(paths.Where(path => path is { IsSetUp: true, IsBusy: false }).Select(path => ProveAsync(path, cancellationToken)));
        foreach (var standing in await ReadAsync(cancellationToken))
            Instruments.PathState.Record((int)standing.State, new KeyValuePair<string, object?>(TagNames.Path, standing.Path.Name));
    }

    /// <summary>A canary came through, or is known not to.</summary>
    /// <param name="reference">Its name; one that nobody waits for changes nothing.</param>
    /// <param name="problem">Why it did not come through; null when it did.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task SettleAsync(string reference, string? problem, CancellationToken cancellationToken)
    {
        foreach (var record in await book.ReadAsync(cancellationToken))
            if (record.Pending?.Reference == reference)
                await book.ChangeAsync(record.Path, known => PathRules.Settled(known, reference, problem, time.GetUtcNow()), cancellationToken);
    }

    /// <summary>Where every path stands now.</summary>
    public async Task<IReadOnlyList<PathStanding>> ReadAsync(CancellationToken cancellationToken)
    {
        var known = (await book.ReadAsync(cancellationToken)).ToDictionary(record => record.Path);
        return [.. paths.Select(path => StandingOf(path, known.GetValueOrDefault(path.Name) ?? new(path.Name)))];
    }

    private PathStanding StandingOf(IPath path, PathRecord record)
    {
        var now = time.GetUtcNow();
        var settled = PathRules.Overdue(record, options.Patience, now);
        // What was set up once and is no more has no state.
        return new(path, path.IsSetUp ? PathRules.StateOf(settled, path.Interval, now) : PathState.Unknown, settled);
    }

    private async Task ProveAsync(IPath path, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var canary = path.Next(now);
        var isOurs = false;
        await book.ChangeAsync(path.Name, Begin, cancellationToken);
        if (!isOurs)
            return;
        var answer = await path.TryAsync(canary, cancellationToken);
        if (answer.IsConfirmed || answer.Problem is not null)
            await book.ChangeAsync(path.Name, known => PathRules.Settled(known, canary.Reference, answer.Problem, time.GetUtcNow()), cancellationToken);

        // Called again when somebody else wrote in between: the last call is the one that counts.
        PathRecord Begin(PathRecord known)
        {
            var settled = PathRules.Overdue(known, options.Patience, now);
            isOurs = settled.Pending is null && PathRules.IsDue(settled, path.Interval, now);
            return isOurs ? PathRules.Begun(settled, new(canary.Reference, now)) : settled;
        }
    }
}
