using Alerting.Adapters.SignalR;
using Alerting.Boards;
using Alerting.Local.Hosting;
using Alerting.Local.SignalR;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using StandInOptions = Alerting.Local.SignalR.SignalROptions;

namespace Alerting.Adapters.Tests.SignalR;

/// <summary>A board on the stand-in service: a bare web socket that speaks the hub protocol's JSON.</summary>
public sealed class LiveBoardTests : IAsyncLifetime
{
    private readonly WebApplication standIn = SignalRApp.Build(new(0, StandInOptions.UsualKey), TimeProvider.System);
    private ServiceProvider services = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await standIn.StartAsync(Token);
        services = Settings.Services(
            ("SignalR:ConnectionString", $"Endpoint=http://127.0.0.1:{Serving.PortOf(standIn)};AccessKey={StandInOptions.UsualKey};Version=1.0;"))
            .AddSignalRBoards().BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        // Else the board's connection would end in an app that is already gone.
        await standIn.StopAsync(Token);
        await standIn.DisposeAsync();
    }

    [Fact]
    public async Task ABoardThatConnectsWithItsTokenHearsThePush()
    {
        var boards = services.GetRequiredService<IBoards>();
        using var board = await BoardSocket.ConnectAsync(await boards.ConnectAsync("board-1", Token));

        await boards.SendAsync("declaration", """{"sequence":7}""", Token);

        var heard = await BoardSocket.HearAsync(board, "declaration");
        Assert.Contains("""[{"sequence":7}]""", heard, StringComparison.Ordinal);
        Assert.True((await DependencyReport.OfAsync(services.GetRequiredService<IDependency>(), new FakeTimeProvider(), Token)).Up);
    }
}
