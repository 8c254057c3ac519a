using System.Collections.Concurrent;
using System.Net;
using Alerting.Adapters.SignalR;
using Alerting.Boards;
using Alerting.Testing;
using Azure.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Xunit;

namespace Alerting.Adapters.Tests.SignalR;

/// <summary>What goes over the wire, and how patient it is. A real board hears it in <see cref="LiveBoardTests"/>.</summary>
public sealed class SignalRBoardsTests : IAsyncLifetime
{
    private const string Key = "0123456789012345678901234567890123456789=";
    private readonly ConcurrentQueue<(string Url, string Token, string Body)> requests = [];
    private readonly ConcurrentQueue<Func<HttpContext, Task>> answers = [];
    private readonly WebApplication service = QuietService();
    private ServiceProvider services = null!;
    private string address = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        service.Urls.Add("http://127.0.0.1:0");
        service.Run(AnswerAsync);
        await service.StartAsync(Token);
        address = service.Urls.First();
        services = Patient(TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await service.DisposeAsync();
    }

    [Fact]
    public async Task APushIsOnePostWithATokenForThatAddress()
    {
        await Boards().SendAsync("declaration", """{"sequence":7,"reason":"é"}""", Token);

        var (url, token, body) = Assert.Single(requests);
        Assert.Equal($"{address}/api/hubs/alerting/:send?api-version=2022-11-01", url);
        Assert.Equal("""{"target":"declaration","arguments":[{"sequence":7,"reason":"é"}]}""", body);
        var jwt = new JsonWebToken(token);
        Assert.Equal(($"{address}/api/hubs/alerting/:send", "HS256"), (jwt.Audiences.Single(), jwt.Alg));
    }

    [Fact]
    public async Task ABoardGetsTheAddressAndATokenForItsUser()
    {
        var connection = await Boards().ConnectAsync("board-12", Token);

        Assert.Equal($"{address}/client/?hub=alerting", connection.Url.AbsoluteUri);
        var jwt = new JsonWebToken(connection.AccessToken);
        Assert.Equal(($"{address}/client/?hub=alerting", "board-12"), (jwt.Audiences.Single(), jwt.GetClaim("nameid").Value));
    }

    [Fact]
    public async Task ATokenIsGoodForFiveMinutesOrForABoardForAnHour()
    {
        var tokens = new KeyTokens(new(address, Key), new FakeTimeProvider(Some.Now));

        Assert.Equal(Some.Now.AddMinutes(5).UtcDateTime, new JsonWebToken(await tokens.ForUsAsync(address, Token)).ValidTo);
        Assert.Equal(Some.Now.AddHours(1).UtcDateTime, new JsonWebToken(await tokens.ForBoardAsync("board-12", Token)).ValidTo);
    }

    [Fact]
    public async Task WithAnIdentityAPushCarriesItsToken()
    {
        await using var identity = Identity();

        await identity.GetRequiredService<IBoards>().SendAsync("declaration", "{}", Token);

        Assert.Equal("token-for-https://signalr.azure.com/.default", Assert.Single(requests).Token);
    }

    [Fact]
    public async Task WithAnIdentityTheServiceMakesTheTokenOfABoard()
    {
        await using var identity = Identity();
        answers.Enqueue(context => context.Response.WriteAsync("""{"token":"made-there"}""", context.RequestAborted));

        var connection = await identity.GetRequiredService<IBoards>().ConnectAsync("board 12", Token);

        Assert.Equal(("made-there", $"{address}/client/?hub=alerting"), (connection.AccessToken, connection.Url.AbsoluteUri));
        var (url, token, _) = Assert.Single(requests);
        Assert.Equal($"{address}/api/hubs/alerting/:generateToken?api-version=2022-11-01&userId=board%2012&minutesToExpire=60", url);
        Assert.Equal("token-for-https://signalr.azure.com/.default", token);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"token":""}""")]
    public async Task AnAnswerWithoutATokenIsAFailure(string answer)
    {
        await using var identity = Identity();
        answers.Enqueue(context => context.Response.WriteAsync(answer, context.RequestAborted));

        await Assert.ThrowsAsync<HttpRequestException>(() => identity.GetRequiredService<IBoards>().ConnectAsync("board-12", Token));
    }

    [Fact]
    public async Task APassingFaultIsTriedAgain()
    {
        answers.Enqueue(Status(503));
        answers.Enqueue(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        await Boards().SendAsync("declaration", "{}", Token);

        Assert.Equal(3, requests.Count);
    }

    [Fact]
    public async Task ARefusalIsNotTriedAgain()
    {
        answers.Enqueue(Status(401));

        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => Boards().SendAsync("declaration", "{}", Token));

        Assert.Equal(HttpStatusCode.Unauthorized, failure.StatusCode);
        Assert.Single(requests);
    }

    [Fact]
    public async Task AServiceThatHangsIsGivenUpAndSaidSo()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var attempt = TimeSpan.FromSeconds(15);
        await using var impatient = Patient(attempt, clock);
        var boards = impatient.GetRequiredService<IBoards>();
        // So that no attempt is spent on what only the first request has to do.
        await boards.SendAsync("declaration", "{}", Token);
        for (var number = 0; number < 3; number++)
            answers.Enqueue(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        var push = boards.SendAsync("declaration", "{}", Token);
        for (var number = 1; number <= 3; number++)
        {
            // The pause before an attempt passes step by step; once it has come, the time that it may take passes at once.
            await Waiting.UntilAsync(() => RequestsAsync(clock), count => count == 1 + number, TimeSpan.FromMinutes(1), Token);
            clock.Advance(attempt);
        }

        await Assert.ThrowsAsync<HttpRequestException>(() => push);
        Assert.Equal(1 + 3, requests.Count);
    }

    [Fact]
    public async Task ReportsWhetherTheServiceAnswers()
    {
        var boards = services.GetRequiredService<IDependency>();
        Assert.True((await DependencyReport.OfAsync(boards, new FakeTimeProvider(), Token)).Up);

        await service.StopAsync(Token);

        var report = await DependencyReport.OfAsync(boards, new FakeTimeProvider(), Token);
        Assert.Equal(("boards", false, nameof(HttpRequestException)), (report.Name, report.Up, report.Problem));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Endpoint=https://a;AccessKey=short")]
    [InlineData("Endpoint=sb://a;AccessKey=" + Key)]
    public void RefusesAConnectionStringThatIsNotWhole(string connectionString)
    {
        using var wrong = Settings.Services(("SignalR:ConnectionString", connectionString), ("SignalR:AttemptTimeout", "01:00:00"))
            .AddSignalRBoards().BuildServiceProvider();

        var failure = Assert.Throws<OptionsValidationException>(() => wrong.GetRequiredService<IBoards>());

        Assert.Equal(["SignalR:ConnectionString", "SignalR:AttemptTimeout"], failure.Failures.Select(problem => problem.Split(' ')[0]));
        Assert.DoesNotContain(Key, $"{SignalRAddress.Parse($"Endpoint=https://a;AccessKey={Key}")}", StringComparison.Ordinal);
    }

    private static Func<HttpContext, Task> Status(int status) => context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        var authorization = context.Request.Headers.Authorization.ToString();
        requests.Enqueue(($"{address}{context.Request.Path}{context.Request.QueryString}", authorization.Replace("Bearer ", "", StringComparison.Ordinal), body));
        await (answers.TryDequeue(out var answer) ? answer : Status(202))(context);
    }

    private static WebApplication QuietService()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        return builder.Build();
    }

    private Task<int> RequestsAsync(FakeTimeProvider clock)
    {
        clock.Advance(TimeSpan.FromMilliseconds(100));
        return Task.FromResult(requests.Count);
    }

    private ServiceProvider Patient(TimeSpan attempt, TimeProvider? clock = null) => Settings.Services(
        ("SignalR:ConnectionString", $"Endpoint={address}/;AccessKey={Key};Version=1.0;"),
        ("SignalR:Timeout", "00:01:00"),
        ("SignalR:AttemptTimeout", $"{attempt}"))
        .AddSingleton(clock ?? TimeProvider.System)
        .AddSignalRBoards().BuildServiceProvider();

    private ServiceProvider Identity() => Settings.Services(("SignalR:Endpoint", address))
        .AddSingleton<TokenCredential>(new NamedCredential())
        .AddSignalRBoards().BuildServiceProvider();

    private IBoards Boards() => services.GetRequiredService<IBoards>();
}
