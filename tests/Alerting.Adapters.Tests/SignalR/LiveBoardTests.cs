using Microsoft.Extensions.Time.Testing;
using System.Net.WebSockets;
using System.Text;
using Alerting.Adapters.SignalR;
using Alerting.Boards;
using Alerting.Local.Hosting;
using Alerting.Local.SignalR;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using StandInOptions = Alerting.Local.SignalR.SignalROptions;

namespace Alerting.Adapters.Tests.SignalR;

/// <summary>A board on the stand-in service: a bare web socket that speaks the hub protocol's JSON.</summary>
public sealed class LiveBoardTests : IAsyncLifetime
{
    private const char End = '\u001e';
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
        using var board = await ConnectAsync(await boards.ConnectAsync("board-1", Token));

        await boards.SendAsync("declaration", """{"sequence":7}""", Token);

        var heard = await HearAsync(board, "declaration");
        Assert.Contains("""[{"sequence":7}]""", heard, StringComparison.Ordinal);
        Assert.True((await DependencyReport.OfAsync(services.GetRequiredService<IDependency>(), new FakeTimeProvider(), Token)).Up);
    }

    private static async Task<ClientWebSocket> ConnectAsync(BoardConnection connection)
    {
        var socket = new ClientWebSocket();
        socket.Options.SetRequestHeader("Authorization", $"Bearer {connection.AccessToken}");
        await socket.ConnectAsync(new UriBuilder(connection.Url) { Scheme = "ws" }.Uri, Token);
        await socket.SendAsync(Encoding.UTF8.GetBytes("""{"protocol":"json","version":1}""" + End), WebSocketMessageType.Text, true, Token);
        await HearAsync(socket, "{}");
        return socket;
    }

    private static async Task<string> HearAsync(ClientWebSocket socket, string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        var heard = new StringBuilder();
        var buffer = new byte[4096];
        while (!heard.ToString().Contains(text, StringComparison.Ordinal))
        {
            var part = await socket.ReceiveAsync(buffer, patience.Token);
            heard.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
        }

        return heard.ToString();
    }
}
