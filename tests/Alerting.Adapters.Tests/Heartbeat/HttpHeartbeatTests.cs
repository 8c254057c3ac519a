using System.Net;
using Alerting.Adapters.Heartbeat;
using Xunit;

namespace Alerting.Adapters.Tests.Heartbeat;

public sealed class HttpHeartbeatTests
{
    private static readonly Uri Address = new("https://watch.example/ping/secret");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TheAddressIsReadOncePerBeat()
    {
        using var watch = new Watch(() => new(HttpStatusCode.OK));
        using var heartbeat = new HttpHeartbeat(new() { HeartbeatUrl = Address }, watch);

        Assert.Null(await heartbeat.BeatAsync(Token));

        Assert.Equal([Address], watch.Asked);
    }

    [Fact]
    public async Task NobodyConfiguredIsNoFailure()
    {
        using var watch = new Watch(() => throw new InvalidOperationException("Nobody is to be asked."));
        using var heartbeat = new HttpHeartbeat(new(), watch);

        Assert.Null(await heartbeat.BeatAsync(Token));
    }

    [Fact]
    public async Task WhoRefusesOrCannotBeReachedHasNotHeard()
    {
        using var refusing = new HttpHeartbeat(new() { HeartbeatUrl = Address }, new Watch(() => new(HttpStatusCode.NotFound)));
        using var away = new HttpHeartbeat(new() { HeartbeatUrl = Address }, new Watch(() => throw new HttpRequestException("refused")));
        using var slow = new HttpHeartbeat(new() { HeartbeatUrl = Address }, new Watch(() => throw new TaskCanceledException("slow")));

        Assert.Equal("http-404", await refusing.BeatAsync(Token));
        Assert.Equal("connect", await away.BeatAsync(Token));
        Assert.Equal("timeout", await slow.BeatAsync(Token));
    }

    [Theory]
    [InlineData("http://watch.example/ping", false)]
    [InlineData("ping", false)]
    [InlineData("https://watch.example/ping", true)]
    [InlineData("http://127.0.0.1:9/ping", true)]
    public void TheAddressIsProtectedOnItsWay(string address, bool good) =>
        Assert.Equal(good, !new AuditOptions { HeartbeatUrl = new(address, UriKind.RelativeOrAbsolute) }.Problems().Any());

    [Fact]
    public void NoLogShowsTheAddress() => Assert.DoesNotContain("secret", new AuditOptions { HeartbeatUrl = Address }.ToString(), StringComparison.Ordinal);

    private sealed class Watch(Func<HttpResponseMessage> answer) : HttpMessageHandler
    {
        public List<Uri> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri!);
            return Task.FromResult(answer());
        }
    }
}
