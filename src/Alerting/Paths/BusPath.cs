using System.Text;
using Alerting.Bus;
using Alerting.Delivery.Channels;

namespace Alerting.Paths;

/// <summary>A message through a queue of its own, proven when a function has read it: broker, host and app.</summary>
internal sealed class BusPath(IBus bus, PathOptions options) : IPath
{
    public string Name => "bus";

    public TimeSpan Interval => options.Interval;

    public bool IsSetUp => true;

    public Canary Next(DateTimeOffset now) => Canary.Of(Channel.Email, 2, now);

    public async Task<PathAnswer> TryAsync(Canary canary, CancellationToken cancellationToken)
    {
        try
        {
            var message = new BusMessage(canary.Reference, Encoding.UTF8.GetBytes(canary.Reference)) { ContentType = "text/plain" };
            await bus.SendAsync(Entities.Canary, [message], cancellationToken);
            return PathAnswer.Underway;
        }
        catch (BusUnavailableException)
        {
            return PathAnswer.Failed("not-taken");
        }
    }
}
