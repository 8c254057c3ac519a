using Alerting.Delivery.Channels;

namespace Alerting.Paths;

/// <summary>A row, written when the canary began and proven when it is read back.</summary>
internal sealed class TablesPath(IPathBook book, PathOptions options) : IPath
{
    public string Name => "tables";

    public TimeSpan Interval => options.Interval;

    public bool IsSetUp => true;

    public Canary Next(DateTimeOffset now) => Canary.Of(Channel.Email, 3, now);

    public async Task<PathAnswer> TryAsync(Canary canary, CancellationToken cancellationToken)
    {
        var read = await book.ReadAsync(cancellationToken);
        return read.Any(record => record.Path == Name && record.Pending?.Reference == canary.Reference) ? PathAnswer.Confirmed : PathAnswer.Failed("not-read-back");
    }
}
