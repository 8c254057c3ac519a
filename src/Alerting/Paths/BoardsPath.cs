using Alerting.Boards;
using Alerting.Delivery.Channels;

namespace Alerting.Paths;

/// <summary>A push to a group that no board is in, proven when the service takes it.</summary>
internal sealed class BoardsPath(IBoards boards, PathOptions options) : IPath
{
    public string Name => "boards";

    public TimeSpan Interval => options.Interval;

    public bool IsSetUp => true;

    public Canary Next(DateTimeOffset now) => Canary.Of(Channel.Email, 1, now);

    public async Task<PathAnswer> TryAsync(Canary canary, CancellationToken cancellationToken)
    {
        try
        {
            await boards.SendToGroupAsync("canary", "canary", $"\"{Canary.Text}\"", cancellationToken);
            return PathAnswer.Confirmed;
        }
        catch (HttpRequestException failure)
        {
            return PathAnswer.Failed(failure.StatusCode is { } status ? FormattableString.Invariant($"http-{(int)status}") : "no-answer");
        }
    }
}
